package vn.commendation.dossier;

import static vn.commendation.dossier.Requirements.requireDecision;
import static vn.commendation.dossier.Requirements.requireReason;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;
import vn.commendation.directory.Account;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.TaskPlace;
import vn.commendation.engine.UserTasks;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.notification.Notices;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Objection;
import vn.commendation.publication.ObjectionRaised;
import vn.commendation.publication.Objections;

/**
 * The public's part of the {@code dossier} process: from {@code PublishDisclosure} to {@code
 * CloseDisclosure}, and the event sub-process {@code ObjectionHandling} beside it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DisclosureFlow {

  private final Steps steps;
  private final Cases cases;
  private final Opening opening;
  private final BatchedNominations nominations;
  private final Disclosures disclosures;
  private final Objections objections;
  private final EngineCommands engine;
  private final UserTasks userTasks;
  private final Notices notices;
  private final Clock clock;

  DisclosureFlow(
      Steps steps,
      Cases cases,
      Opening opening,
      BatchedNominations nominations,
      Disclosures disclosures,
      Objections objections,
      EngineCommands engine,
      UserTasks userTasks,
      Notices notices,
      Clock clock) {
    this.steps = steps;
    this.cases = cases;
    this.opening = opening;
    this.nominations = nominations;
    this.disclosures = disclosures;
    this.objections = objections;
    this.engine = engine;
    this.userTasks = userTasks;
    this.notices = notices;
    this.clock = clock;
  }

  /** {@code PublishDisclosure}: everybody may see the list, and object. */
  public void publish(String id) {
    var dossier = steps.at(DossierStatus.PROCESSING, id);
    var now = clock.instant();
    var until = cases.deadline(dossier, AwardRule::disclosureDays);
    var standing = dossier.standing();
    var described = cases.of(standing);
    disclosures.publish(
        new DisclosureList(
            id,
            dossier.title(),
            now,
            until,
            standing.stream()
                .map(
                    item ->
                        new DisclosureList.Line(
                            item.nominationId(),
                            item.nomineeName(),
                            item.unitName(),
                            item.awardName(),
                            described.get(item.nominationId()).title()))
                .toList()));
    dossier.disclosed(until);
    dossier.moveTo(DossierStatus.DISCLOSURE, until, now);
    steps.bySystem("dossier.disclosed", dossier, null);
  }

  /** {@code ObjectionRaised}: it pauses its nominee and nobody else. */
  @EventListener
  public void objectionRaised(ObjectionRaised raised) {
    var dossier = steps.at(DossierStatus.DISCLOSURE, raised.dossierId());
    dossier
        .item(raised.nominationId())
        .filter(DossierItem::standing)
        .ifPresent(item -> item.become(ItemStatus.PAUSED, null));
    dossier.touch(clock.instant());
    var objection = objections.get(raised.objectionId());
    engine.tell(
        "objection-raised",
        dossier.getId(),
        raised.objectionId(),
        dossier.getId(),
        variables(objection));
    waitForAnswer(dossier, raised.objectionId());
    steps.tell(objection, dossier);
    steps.bySystem("dossier.objection-raised", dossier, objection.nomineeName());
  }

  /** What the form of its answer shows. */
  Map<String, Object> variables(Objection objection) {
    return Map.of(
        "objectionId",
        objection.id(),
        "objectionNominee",
        objection.nomineeName(),
        "objectionText",
        objection.text(),
        "objectionRaisedAt",
        notices.dateTime(objection.raisedAt()));
  }

  /** {@code RecordObjection}: the Office's answer. It may come after the batch has gone on. */
  public DecisionResult recordObjection(
      String id, String objectionId, String username, TaskEntry entry) {
    var dossier = steps.lock(id);
    var objection = objections.get(objectionId);
    var item = dossier.item(objection.nominationId()).orElseThrow();
    var result =
        steps.decide(
            dossier,
            username,
            (locked, by) -> {
              Steps.requireRole(DossierAccess.mayOpen(by), by);
              if (DossierAccess.isNominee(by.person().id(), item)) {
                throw new Denied("denial.dossier.on-list", by.displayName());
              }
              if (by.username().equals(objection.raisedBy())) {
                throw new Denied("denial.dossier.own-objection", by.displayName());
              }
            },
            (locked, by) -> {
              requireDecision(entry, Set.of("uphold", "dismiss"));
              requireReason(entry);
              userTasks.closed(objectionId);
              resolve(dossier, item, objection, by, entry);
              return entry.decision();
            });
    if (result.denial() != null) {
      waitForAnswer(dossier, objectionId);
    }
    return result;
  }

  /** Where an objection is answered: {@code ResolveObjection} is open once for each. */
  public static TaskPlace answer(long processInstanceKey, String objectionId) {
    return new TaskPlace(
        processInstanceKey, "ResolveObjection", Map.of("objectionId", objectionId));
  }

  private void waitForAnswer(Dossier dossier, String objectionId) {
    userTasks.opened(objectionId, answer(dossier.processInstanceKey(), objectionId));
  }

  /** {@code CloseDisclosure}: whoever's objection is still open does not hold up the others. */
  public void close(String id) {
    // the list first, as whoever objects does: nobody waits for the other
    disclosures.close(id);
    var dossier = steps.at(DossierStatus.DISCLOSURE, id);
    dossier.withStatus(ItemStatus.PAUSED).forEach(item -> item.become(ItemStatus.SPLIT_OFF, null));
    steps.bySystem("dossier.disclosure-closed", dossier, null);
    steps.proceed(dossier);
  }

  private void resolve(
      Dossier dossier, DossierItem item, Objection objection, Account by, TaskEntry entry) {
    var upheld = entry.decision().equals("uphold");
    objections.resolve(objection.id(), upheld, entry.reason(), by.username());
    steps.audit(
        by,
        upheld ? "dossier.objection-upheld" : "dossier.objection-dismissed",
        dossier,
        item.nomineeName() + ": " + entry.reason());
    dossier.touch(clock.instant());
    if (item.status() != ItemStatus.PAUSED && item.status() != ItemStatus.SPLIT_OFF) {
      return;
    }
    if (upheld) {
      item.become(ItemStatus.OBJECTION_UPHELD, entry.reason());
      nominations.end(
          item.nominationId(),
          NominationStatus.OBJECTION_UPHELD,
          by.username(),
          entry.reason(),
          null,
          LocalDate.now(clock));
    } else if (noneOpen(dossier, item, objection)) {
      if (item.status() == ItemStatus.PAUSED) {
        item.resume();
      } else {
        opening.splitOff(
            dossier, List.of(item), false, by.username(), notices.get("dossier-split.objection"));
      }
    }
  }

  private boolean noneOpen(Dossier dossier, DossierItem item, Objection resolved) {
    return objections.of(dossier.getId()).stream()
        .filter(other -> !other.id().equals(resolved.id()))
        .filter(other -> other.nominationId().equals(item.nominationId()))
        .noneMatch(other -> other.upheld() == null);
  }
}
