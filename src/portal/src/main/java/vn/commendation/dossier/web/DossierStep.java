package vn.commendation.dossier.web;

import static vn.commendation.dossier.DossierStatus.BALLOT;
import static vn.commendation.dossier.DossierStatus.BOARD;
import static vn.commendation.dossier.DossierStatus.BOARD_SUPPLEMENT;
import static vn.commendation.dossier.DossierStatus.DISCLOSURE;
import static vn.commendation.dossier.DossierStatus.NUMBER;
import static vn.commendation.dossier.DossierStatus.QUOTA_SELECTION;
import static vn.commendation.dossier.DossierStatus.REVISION;
import static vn.commendation.dossier.DossierStatus.SIGNATURE;

import java.util.ArrayList;
import java.util.List;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.dossier.DossierDetails;
import vn.commendation.dossier.DossierStatus;

/** One step of a batch in words: the process picture for readers, phones and screen readers. */
record DossierStep(DossierStatus status, State state) {

  enum State {
    DONE,
    CURRENT,
    AHEAD,
    SKIPPED
  }

  static List<DossierStep> of(DossierDetails dossier) {
    var current = dossier.summary().status();
    var route = new ArrayList<DossierStatus>();
    if (dossier.ballotRequired()) {
      route.add(BALLOT);
    }
    addIfMet(QUOTA_SELECTION, dossier, route);
    if (dossier.disclosureRequired()) {
      route.add(DISCLOSURE);
    }
    route.add(SIGNATURE);
    addIfMet(REVISION, dossier, route);
    route.add(NUMBER);
    if (dossier.summary().authority() != DecidingAuthority.DIRECTOR) {
      route.add(BOARD);
      addIfMet(BOARD_SUPPLEMENT, dossier, route);
    }
    if (current == DossierStatus.PROCESSING) {
      route.add(passed(route, dossier), current);
    } else if (current.ended()) {
      route.add(current);
    }
    return route.stream().map(step -> new DossierStep(step, state(step, dossier))).toList();
  }

  private static int passed(List<DossierStatus> route, DossierDetails dossier) {
    var next = 0;
    while (next < route.size() && dossier.way().been(route.get(next).element())) {
      next++;
    }
    return next;
  }

  private static void addIfMet(
      DossierStatus step, DossierDetails dossier, List<DossierStatus> route) {
    if (dossier.summary().status() == step || dossier.way().been(step.element())) {
      route.add(step);
    }
  }

  private static State state(DossierStatus step, DossierDetails dossier) {
    var current = dossier.summary().status();
    if (step == current) {
      return State.CURRENT;
    }
    if (dossier.way().been(step.element())) {
      return State.DONE;
    }
    return current.ended() ? State.SKIPPED : State.AHEAD;
  }
}
