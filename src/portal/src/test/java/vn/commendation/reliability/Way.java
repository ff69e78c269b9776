package vn.commendation.reliability;

import java.util.ArrayList;
import java.util.List;
import vn.commendation.nomination.NominationStatus;

/** How a nomination goes: what people decide on it, and what is to be found of that at the end. */
enum Way {
  ACCEPTED(Wait.NONE, "accept"),
  ACCEPTED_IN_BULK(Wait.NONE, "accept"),
  SUPPLEMENTED_IN_PORTAL(Wait.NONE, "return", "accept"),
  SUPPLEMENTED_IN_TASKLIST(Wait.NONE, "return", "accept"),
  LIFTED(Wait.NONE, "hold", "accept"),
  AGREED(Wait.NONE, "change-form", "accept"),
  DECLINED(Wait.NONE, "change-form", "accept"),
  REJECTED(Wait.NONE, "reject"),
  WITHDRAWN(Wait.NONE, "withdraw"),
  REVIEWED(Wait.TIMER, "hold", "accept"),
  UNANSWERED(Wait.TIMER, "change-form", "accept"),
  EXPIRED(Wait.TIMER, "return");

  private enum Wait {
    NONE,
    TIMER
  }

  /** What the Office decides, round by round. */
  final List<String> office;

  private final Wait wait;

  Way(Wait wait, String... office) {
    this.wait = wait;
    this.office = List.of(office);
  }

  /** Nobody answers: a timer goes on with it. */
  boolean waitsForTimer() {
    return wait == Wait.TIMER;
  }

  /** The case's log, in its order. */
  List<String> log(NominationStatus end) {
    var log = new ArrayList<String>(List.of("drafted", "evidence-added", "submitted", "checked"));
    for (var decision : office) {
      if (this == ACCEPTED_IN_BULK) {
        log.add("bulk-acceptance-sent");
      }
      if (!decision.equals("withdraw")) {
        log.add("office-review." + decision);
      }
      if (!decision.equals("accept")) {
        log.addAll(answer());
      }
    }
    if (office.getLast().equals("accept")) {
      log.add("joined-dossier");
      if (end.awarded() || end == NominationStatus.NOT_AWARDED) {
        log.add("signed");
      }
      log.add("ended");
    }
    log.add("outcome-notified");
    return log;
  }

  private List<String> answer() {
    return switch (this) {
      case SUPPLEMENTED_IN_PORTAL, SUPPLEMENTED_IN_TASKLIST -> List.of("supplemented", "checked");
      case LIFTED -> List.of("hold-lifted", "checked");
      case REVIEWED -> List.of("hold-reviewed", "checked");
      case AGREED -> List.of("consent.agree", "checked");
      case DECLINED -> List.of("consent.decline");
      case UNANSWERED -> List.of("consent-expired");
      case EXPIRED -> List.of("expired");
      case WITHDRAWN -> List.of("withdrawn");
      default -> List.of();
    };
  }

  /** The elements that were entered, in their order; gateways and decisions are left out. */
  List<String> elements(NominationStatus end) {
    var check = List.of("GatherFacts", "RecordCheck");
    var elements = new ArrayList<String>(check);
    for (var decision : office) {
      elements.add("OfficeReview");
      if (!decision.equals("withdraw")) {
        elements.add("RecordOfficeReview");
      }
      if (decision.equals("accept")) {
        continue;
      }
      switch (this) {
        case SUPPLEMENTED_IN_PORTAL -> elements.add("Supplement");
        case SUPPLEMENTED_IN_TASKLIST -> elements.addAll(List.of("Supplement", "RecordSupplement"));
        case REVIEWED -> elements.add("ReviewHold");
        case AGREED, DECLINED -> elements.addAll(List.of("ConsentToChange", "RecordConsent"));
        case UNANSWERED -> elements.addAll(List.of("ConsentToChange", "ExpireConsent"));
        case EXPIRED -> elements.addAll(List.of("Supplement", "ExpireSupplement"));
        default -> {}
      }
      if (answer().contains("checked")) {
        elements.addAll(check);
      }
    }
    elements.add(end.element());
    return elements;
  }
}
