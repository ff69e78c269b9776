package vn.commendation.nomination.web;

import static vn.commendation.nomination.NominationStatus.BOARD_REVIEW;
import static vn.commendation.nomination.NominationStatus.BOARD_SUBMISSION;
import static vn.commendation.nomination.NominationStatus.DRAFT;
import static vn.commendation.nomination.NominationStatus.OFFICE_REVIEW;
import static vn.commendation.nomination.NominationStatus.SIGNATURE;
import static vn.commendation.nomination.NominationStatus.SUBMITTED;
import static vn.commendation.nomination.NominationStatus.SUPPLEMENT;

import java.util.ArrayList;
import java.util.List;
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
    if (passed(SUPPLEMENT, nomination) || current == SUPPLEMENT) {
      route.add(SUPPLEMENT);
    }
    route.add(SIGNATURE);
    if (!"DIRECTOR".equals(nomination.authority())) {
      route.addAll(List.of(BOARD_SUBMISSION, BOARD_REVIEW));
    }
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
    return status == DRAFT || nomination.visitedElements().contains(status.element());
  }
}
