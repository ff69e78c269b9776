package vn.commendation.nomination.web;

import static vn.commendation.nomination.NominationStatus.ACCEPTED;
import static vn.commendation.nomination.NominationStatus.CONSENT;
import static vn.commendation.nomination.NominationStatus.DRAFT;
import static vn.commendation.nomination.NominationStatus.HOLD;
import static vn.commendation.nomination.NominationStatus.IN_DOSSIER;
import static vn.commendation.nomination.NominationStatus.NOT_AWARDED;
import static vn.commendation.nomination.NominationStatus.OFFICE_REVIEW;
import static vn.commendation.nomination.NominationStatus.SIGNED;
import static vn.commendation.nomination.NominationStatus.SUBMITTED;
import static vn.commendation.nomination.NominationStatus.SUPPLEMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.commendation.nomination.NominationDetails;
import vn.commendation.nomination.NominationStatus;

/** One step of a case in words: the process picture for readers, phones and screen readers. */
record ProcessStep(NominationStatus status, State state) {

  enum State {
    DONE,
    CURRENT,
    AHEAD,
    SKIPPED
  }

  static List<ProcessStep> of(NominationDetails nomination) {
    var current = nomination.summary().status();
    var route = new ArrayList<>(List.of(DRAFT, SUBMITTED, OFFICE_REVIEW));
    Stream.of(SUPPLEMENT, HOLD, CONSENT)
        .filter(detour -> passed(detour, nomination) || current == detour)
        .forEach(route::add);
    route.addAll(List.of(ACCEPTED, IN_DOSSIER, SIGNED));
    var steps = new ArrayList<ProcessStep>();
    for (var status : route) {
      steps.add(new ProcessStep(status, stateOf(status, nomination)));
    }
    if (current.ended()) {
      steps.add(new ProcessStep(current, State.CURRENT));
    }
    return steps;
  }

  private static State stateOf(NominationStatus status, NominationDetails nomination) {
    var current = nomination.summary().status();
    if (status == current) {
      return State.CURRENT;
    }
    if (passed(status, nomination)) {
      return State.DONE;
    }
    return current.ended() ? State.SKIPPED : State.AHEAD;
  }

  private static boolean passed(NominationStatus status, NominationDetails nomination) {
    var current = nomination.summary().status();
    var signed = current.awarded() || current == NOT_AWARDED;
    return switch (status) {
      case DRAFT -> true;
      case ACCEPTED -> signed || nomination.dossier() != null;
      case IN_DOSSIER -> signed || current != IN_DOSSIER && nomination.dossier() != null;
      case SIGNED -> signed;
      default -> nomination.way().been(status.element());
    };
  }
}
