package vn.commendation.campaign;

import vn.commendation.directory.SigningCapacity;

/**
 * The words of a plan (kế hoạch) beside what the system acts on. A paragraph a line; what is left
 * empty is not in the document, or follows from title and description.
 *
 * @param subject what the plan is about (trích yếu)
 * @param shortSubject the same in short, for its last sentence
 * @param purpose first section: mục đích, yêu cầu
 * @param content second section: nội dung triển khai thực hiện
 * @param implementation third section: tổ chức thực hiện
 * @param capacity in whose place it is signed
 * @param signer whose name stands under it; empty for nobody's
 */
public record PlanText(
    String subject,
    String shortSubject,
    String purpose,
    String content,
    String implementation,
    SigningCapacity capacity,
    String signer) {

  static final PlanText EMPTY = new PlanText(null, null, null, null, null, null, null);

  public PlanText {
    subject = CampaignForm.stripped(subject);
    shortSubject = CampaignForm.stripped(shortSubject);
    purpose = CampaignForm.stripped(purpose);
    content = CampaignForm.stripped(content);
    implementation = CampaignForm.stripped(implementation);
    capacity = capacity == null ? SigningCapacity.HEAD : capacity;
    signer = CampaignForm.stripped(signer);
  }
}
