package vn.commendation.nomination;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vn.commendation.award.SubjectKind;

/** Nominations for tests on the demonstration data, each of a nominee of its own. */
public final class Cases {

  public static final String IN_HOUSE = "GK-SO";
  public static final String PROVINCE = "BK-TINH";

  /**
   * The staff of the Centre (unit of {@code ttud}) without its head and without the nominee of the
   * browser's journey, and of {@code qlkh}.
   */
  private static final long[] NOMINEES = {18, 19, 20, 21, 35, 36, 37, 38, 39, 40};

  private static final Map<String, AtomicInteger> NEXT = new ConcurrentHashMap<>();

  private final Nominations nominations;

  public Cases(Nominations nominations) {
    this.nominations = nominations;
  }

  /** A complete draft with one evidence file, and who wrote it. */
  public record Draft(String id, String nominator, NominationForm form) {}

  public Draft draft(String award) {
    return draft(award, 1L, 2022, null);
  }

  /** For a campaign whose window has closed. */
  public Draft late(String award) {
    return draft(award, 2L, 2021, "Chờ kết luận kiểm tra của cấp trên.");
  }

  /** Outside every campaign. */
  public Draft unplanned(String award) {
    return draft(award, null, 2023, null);
  }

  private Draft draft(String award, Long campaign, int year, String lateReason) {
    // nobody twice for one award and month: the nominations must not stand in each other's way
    var n = NEXT.computeIfAbsent(award, code -> new AtomicInteger()).getAndIncrement();
    var nominee = NOMINEES[n % NOMINEES.length];
    var month = (award.equals(IN_HOUSE) ? 1 : 7) + n / NOMINEES.length;
    var nominator = nominee > 30 ? "ttud" : "qlkh";
    var form =
        new NominationForm(
            UUID.randomUUID().toString(),
            0,
            campaign,
            SubjectKind.INDIVIDUAL,
            nominee,
            award,
            "Sáng kiến %s%d".formatted(award.replace("-", ""), n),
            "Chủ trì xây dựng quy trình số %d cho %s, rút ngắn 40%% thời gian xử lý."
                .formatted(n, award),
            LocalDate.of(year, month, 1),
            LocalDate.of(year, month, 28),
            lateReason);
    nominations.saveDraft(form, nominator);
    nominations.addEvidence(
        form.id(),
        nominator,
        "Báo cáo thành tích.pdf",
        new ByteArrayInputStream(
            "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
    return new Draft(form.id(), nominator, form);
  }

  public Draft submitted(String award) {
    var draft = draft(award);
    submit(draft);
    return draft;
  }

  public void submit(Draft draft) {
    var version = nominations.form(draft.id(), draft.nominator()).version();
    nominations.submit(draft.id(), version, draft.nominator());
  }
}
