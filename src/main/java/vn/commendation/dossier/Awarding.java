package vn.commendation.dossier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.Notices;

/** Gives nominees of a batch their award: it is in the award history and the nomination ends. */
@Component
class Awarding {

  private final BatchedNominations nominations;
  private final AwardHistory history;
  private final Notices notices;

  Awarding(BatchedNominations nominations, AwardHistory history, Notices notices) {
    this.nominations = nominations;
    this.history = history;
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
            notices.get("dossier-decided-by." + dossier.authority()),
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
}
