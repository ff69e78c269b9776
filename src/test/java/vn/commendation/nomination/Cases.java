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
final class Cases {

  static final String IN_HOUSE = "GK-SO";
  static final String PROVINCE = "BK-TINH";

  /** The staff of the Centre (unit of {@code ttud}) without its head, and of {@code qlkh}. */
  private static final long[] NOMINEES = {18, 19, 20, 21, 35, 36, 37, 38, 39, 40, 41};

  private static final Map<String, AtomicInteger> NEXT = new ConcurrentHashMap<>();

  private final Nominations nominations;

  Cases(Nominations nominations) {
    this.nominations = nominations;
  }

  /** A complete draft with one evidence file, and who wrote it. */
  record Draft(String id, String nominator, NominationForm form) {}

  Draft draft(String award) {
    // nobody twice for one award: the nominations must not stand in each other's way
    var n = NEXT.computeIfAbsent(award, code -> new AtomicInteger()).getAndIncrement();
    if (n == NOMINEES.length) {
      throw new IllegalStateException("There are no more nominees in the demonstration data");
    }
    var nominee = NOMINEES[n];
    var nominator = nominee > 30 ? "ttud" : "qlkh";
    var form =
        new NominationForm(
            UUID.randomUUID().toString(),
            0,
            1L,
            SubjectKind.INDIVIDUAL,
            nominee,
            award,
            "Sáng kiến số hóa quy trình tiếp nhận hồ sơ",
            "Chủ trì xây dựng quy trình tiếp nhận hồ sơ trực tuyến, rút ngắn 40% thời gian xử lý.",
            LocalDate.of(2022, 1, 1),
            LocalDate.of(2022, 5, 31));
    nominations.saveDraft(form, nominator);
    nominations.addEvidence(
        form.id(),
        nominator,
        "Báo cáo thành tích.pdf",
        new ByteArrayInputStream(
            "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
    return new Draft(form.id(), nominator, form);
  }

  Draft submitted(String award) {
    var draft = draft(award);
    submit(draft);
    return draft;
  }

  void submit(Draft draft) {
    var version = nominations.form(draft.id(), draft.nominator()).version();
    nominations.submit(draft.id(), version, draft.nominator());
  }
}
