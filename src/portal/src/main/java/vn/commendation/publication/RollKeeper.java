package vn.commendation.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.SubjectKind;
import vn.commendation.facts.AwardCancelled;
import vn.commendation.facts.AwardEntered;
import vn.commendation.facts.AwardRevoked;
import vn.commendation.storage.Utc;

/** Keeps the roll of honour in step with the register of awards, in the register's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RollKeeper {

  private final JdbcClient jdbc;
  private final Clock clock;

  RollKeeper(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void entered(AwardEntered entered) {
    var award = entered.award();
    var decision =
        award.decisionNumber() == null
            ? null
            : decision(award.decisionNumber(), award.decidedOn(), award.decidedBy());
    var person = award.personId() != null;
    jdbc.sql(
            """
            insert into roll_entry (award_id, decision_id, subject, subject_kind, nominee_name,
              unit_id, unit_name, award_code, year, decided_on, nomination_id, revoked_on)
            select ?, ?, ?, ?, ?, u.id, u.name, ?, ?, ?, ?, ? from unit u where u.id = ?""")
        .params(
            award.id(),
            decision,
            person ? "P" + award.personId() : "U" + award.unitId(),
            (person ? SubjectKind.INDIVIDUAL : SubjectKind.COLLECTIVE).name(),
            award.nomineeName(),
            award.awardCode(),
            award.year(),
            award.decidedOn(),
            award.nominationId(),
            award.revokedOn(),
            award.unitId())
        .update();
  }

  @EventListener
  void revoked(AwardRevoked revoked) {
    jdbc.sql("update roll_entry set revoked_on = ? where award_id = ?")
        .params(revoked.on(), revoked.awardId())
        .update();
  }

  /** A wrong entry was never an award: nothing is left of it. */
  @EventListener
  void cancelled(AwardCancelled cancelled) {
    jdbc.sql("delete from roll_entry where award_id = ?").param(cancelled.awardId()).update();
  }

  /** The decision with this number and date, made known now if it was not. */
  String decision(String number, LocalDate on, String decidedBy) {
    jdbc.sql(
            """
            insert ignore into public_decision (id, number, decided_on, decided_by, published_at)
            values (?, ?, ?, ?, ?)""")
        .params(UUID.randomUUID().toString(), number, on, decidedBy, Utc.now(clock))
        .update();
    return jdbc.sql("select id from public_decision where number = ? and decided_on = ?")
        .params(number, on)
        .query(String.class)
        .single();
  }
}
