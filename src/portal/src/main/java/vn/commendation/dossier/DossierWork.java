package vn.commendation.dossier;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.directory.Account;
import vn.commendation.engine.UserTasks;
import vn.commendation.publication.Objection;
import vn.commendation.publication.Objections;
import vn.commendation.work.WaitingWork;
import vn.commendation.work.WorkSource;

/** The batches and objections that wait for somebody. */
@Component
class DossierWork implements WorkSource {

  private static final int MOST_WAITING = 50;

  private final DossierRepository dossiers;
  private final DossierViews views;
  private final Objections objections;
  private final UserTasks userTasks;

  DossierWork(
      DossierRepository dossiers, DossierViews views, Objections objections, UserTasks userTasks) {
    this.dossiers = dossiers;
    this.views = views;
    this.objections = objections;
    this.userTasks = userTasks;
  }

  @Override
  @Transactional(readOnly = true)
  public List<WaitingWork> waitingFor(Account account) {
    var work = new ArrayList<WaitingWork>(steps(account));
    if (DossierAccess.mayOpen(account)) {
      work.addAll(objections());
    }
    return work;
  }

  private List<WaitingWork> steps(Account account) {
    var desk = views.desk(account);
    var steps = desk.steps();
    if (steps.isEmpty()) {
      return List.of();
    }
    var waiting =
        dossiers.waiting(steps, PageRequest.of(0, MOST_WAITING)).stream()
            .filter(desk::has)
            .toList();
    var links = userTasks.links(waiting.stream().map(Dossier::getId).toList());
    return waiting.stream()
        .map(
            dossier ->
                work(
                    dossier,
                    dossier.title(),
                    "dossier-status." + dossier.status(),
                    dossier.dueAt(),
                    links.get(dossier.getId())))
        .toList();
  }

  private List<WaitingWork> objections() {
    var open = new LinkedHashMap<Objection, Dossier>();
    for (var dossier : dossiers.withOpenObjection(PageRequest.of(0, MOST_WAITING))) {
      objections.of(dossier.getId()).stream()
          .filter(objection -> objection.upheld() == null)
          .forEach(objection -> open.put(objection, dossier));
    }
    var links = userTasks.links(open.keySet().stream().map(Objection::id).toList());
    return open.entrySet().stream()
        .map(
            entry ->
                work(
                    entry.getValue(),
                    entry.getKey().nomineeName(),
                    "dossier-objection-open",
                    null,
                    links.get(entry.getKey().id())))
        .toList();
  }

  private static WaitingWork work(
      Dossier dossier, String about, String step, Instant due, URI taskUrl) {
    return new WaitingWork(
        dossier.code() + " – " + about,
        step,
        due,
        "/dossiers/" + dossier.getId(),
        taskUrl == null ? null : taskUrl.toString());
  }
}
