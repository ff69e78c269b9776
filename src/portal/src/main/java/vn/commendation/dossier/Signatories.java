package vn.commendation.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningMatter;
import vn.commendation.document.Signatures;
import vn.commendation.notification.Notices;

/**
 * Who signs a batch: by dated assignment, and never a list with oneself or a declared relative on
 * it.
 */
@Component
class Signatories {

  private final SigningAssignments assignments;
  private final Directory directory;
  private final Relatives relatives;
  private final Notices notices;
  private final Clock clock;

  Signatories(
      SigningAssignments assignments,
      Directory directory,
      Relatives relatives,
      Notices notices,
      Clock clock) {
    this.assignments = assignments;
    this.directory = directory;
    this.relatives = relatives;
    this.notices = notices;
    this.clock = clock;
  }

  /** One list and those who may sign all of it, the first choice first. */
  record Share(List<DossierItem> items, List<Signatory> signatories, boolean conflictNoted) {}

  /** Everybody with an assignment today, the head first; whether they may sign this list or not. */
  List<Signatory> assigned(Dossier dossier) {
    return assigned(matter(dossier));
  }

  /** What waits for somebody today. */
  Desk desk(Account account) {
    var own =
        Stream.of(SigningMatter.AWARD_DECISION, SigningMatter.PROPOSAL)
            .collect(
                Collectors.toMap(
                    matter -> matter,
                    matter ->
                        assigned(matter).stream()
                            .filter(one -> one.username().equals(account.username()))
                            .toList()));
    var assigned = own.values().stream().anyMatch(list -> !list.isEmpty());
    return new Desk(account, own, assigned ? relatives.of(account.person().id()) : Set.of());
  }

  /** Why somebody without an assignment that counts for the batch may not sign it. */
  Denied unassigned(Dossier dossier, Account account) {
    var today = LocalDate.now(clock);
    var person = account.person().id();
    var matter = matter(dossier);
    var bar = assignments.bar(person, matter, today).orElse(null);
    if (bar != null) {
      return new Denied("denial.dossier.signing-" + bar.code(), account.displayName());
    }
    var assigned = assignments.assignedTo(person, today);
    if (!assigned.isEmpty() && !assigned.contains(matter)) {
      return new Denied(
          "denial.dossier.other-matter",
          account.displayName(),
          name(matter),
          assigned.stream().map(this::name).collect(Collectors.joining(", ")));
    }
    return DossierAccess.decides(account, DossierStatus.SIGNATURE)
        ? new Denied("denial.dossier.no-assignment", account.displayName(), today)
        : new Denied("denial.role", account.displayName());
  }

  /** Those who may sign the whole list today. */
  List<Signatory> of(Dossier dossier) {
    var all = assigned(dossier);
    return dossier.conflictNoted() ? heads(all) : clear(all, related(all), dossier.standing());
  }

  /**
   * Splits the list until somebody may sign each part: one list if anybody may sign all of it, else
   * what the head may sign, then for each deputy what falls to him, then one by one whom nobody may
   * sign for: these go to the head and it is said.
   *
   * @throws IllegalStateException if nobody is assigned to sign at all
   */
  List<Share> split(Dossier dossier) {
    var all = assigned(dossier);
    if (all.isEmpty()) {
      throw new IllegalStateException("Nobody is assigned to sign " + dossier.code() + " today");
    }
    var items = dossier.standing();
    if (dossier.conflictNoted()) {
      return List.of(new Share(items, heads(all), true));
    }
    var related = related(all);
    var common = clear(all, related, items);
    if (!common.isEmpty()) {
      return List.of(new Share(items, common, false));
    }
    Map<Signatory, List<DossierItem>> lists = new LinkedHashMap<>();
    all.forEach(one -> lists.put(one, new ArrayList<>()));
    var nobodys = new ArrayList<DossierItem>();
    for (var item : items) {
      all.stream()
          .filter(one -> !conflicted(one, related.get(one), item))
          .findFirst()
          .map(lists::get)
          .orElse(nobodys)
          .add(item);
    }
    var shares = new ArrayList<Share>();
    lists.values().stream()
        .filter(list -> !list.isEmpty())
        .forEach(list -> shares.add(new Share(list, clear(all, related, list), false)));
    nobodys.forEach(item -> shares.add(new Share(List.of(item), heads(all), true)));
    return shares;
  }

  /** The lines above the name (NĐ 30/2020/NĐ-CP, Article 13). */
  String line(Signatory signatory) {
    return Signatures.line(
        notices,
        signatory.capacity(),
        directory.person(signatory.personId()).map(Person::position).orElse(""));
  }

  private List<Signatory> assigned(SigningMatter matter) {
    return assignments.inForce(matter, LocalDate.now(clock)).stream()
        .filter(one -> one.username() != null)
        .map(one -> new Signatory(one.username(), one.personName(), one.personId(), one.capacity()))
        .toList();
  }

  static SigningMatter matter(Dossier dossier) {
    return dossier.inHouse() ? SigningMatter.AWARD_DECISION : SigningMatter.PROPOSAL;
  }

  private String name(SigningMatter matter) {
    return notices.get("dossier-matter." + matter);
  }

  private static List<Signatory> heads(List<Signatory> all) {
    return all.stream().filter(Signatory::head).toList();
  }

  private static List<Signatory> clear(
      List<Signatory> all, Map<Signatory, Set<Long>> related, List<DossierItem> items) {
    return all.stream()
        .filter(one -> items.stream().noneMatch(item -> conflicted(one, related.get(one), item)))
        .toList();
  }

  private Map<Signatory, Set<Long>> related(List<Signatory> all) {
    return all.stream()
        .distinct()
        .collect(Collectors.toMap(one -> one, one -> relatives.of(one.personId())));
  }

  static boolean conflicted(Signatory one, Set<Long> related, DossierItem item) {
    return DossierAccess.isNominee(one.personId(), item) || DossierAccess.isRelative(related, item);
  }
}
