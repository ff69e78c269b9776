package vn.commendation.dossier;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.Notices;
import vn.commendation.publication.Decisions;
import vn.commendation.publication.IssuedDecision;

/** Gives nominees of a batch their award: it is in the award history and the nomination ends. */
@Component
class Awarding {

  private final BatchedNominations nominations;
  private final AwardHistory history;
  private final Decisions decisions;
  private final Notices notices;

  Awarding(
      BatchedNominations nominations, AwardHistory history, Decisions decisions, Notices notices) {
    this.nominations = nominations;
    this.history = history;
    this.decisions = decisions;
    this.notices = notices;
  }

  /**
   * @param number of the decision
   * @param on its date
   */
  void award(
      Dossier dossier,
      DossierItem item,
      AcceptedNomination nomination,
      String username,
      String reason,
      String number,
      LocalDate on) {
    item.result(ItemStatus.AWARDED, null, number, on);
    history.add(
        new AwardGiven(
            0,
            item.personId(),
            item.unitId(),
            item.nomineeName(),
            item.awardCode(),
            item.year(),
            nomination.periodFrom(),
            nomination.periodTo(),
            number,
            on,
            decidedBy(dossier),
            item.nominationId(),
            null));
    nominations.end(
        item.nominationId(),
        dossier.inHouse() ? NominationStatus.AWARDED_IN_HOUSE : NominationStatus.AWARDED,
        username,
        reason,
        number,
        on);
  }

  /** Shows everybody the decision that gave these nominees their award. */
  void publish(
      Dossier dossier, Collection<AcceptedNomination> awarded, String number, LocalDate on) {
    decisions.publish(
        new IssuedDecision(
            dossier.getId(),
            number,
            on,
            decidedBy(dossier),
            dossier.title(),
            dossier.inHouse() ? dossier.signatureLine() : null,
            awarded.stream()
                .map(
                    one ->
                        new IssuedDecision.Line(
                            one.id(),
                            one.nomineePosition(),
                            one.unitName(),
                            one.campaignId(),
                            one.campaignTitle()))
                .toList()));
  }

  private String decidedBy(Dossier dossier) {
    return notices.get("dossier-decided-by." + dossier.authority());
  }
}
