package vn.commendation.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningMatter;
import vn.commendation.notification.Notices;

/**
 * Who signs a batch: by dated assignment, and never a list with oneself or a declared relative on
 * it.
 */
@Component
class Signatories {

  private final SigningAssignments assignments;
  private final Relatives relatives;
  private final Notices notices;
  private final Clock clock;

  Signatories(SigningAssignments assignments, Relatives relatives, Notices notices, Clock clock) {
    this.assignments = assignments;
    this.relatives = relatives;
    this.notices = notices;
    this.clock = clock;
  }

  /** One list and those who may sign all of it, the first choice first. */
  record Share(List<DossierItem> items, List<Signatory> signatories, boolean conflictNoted) {}

  /** Everybody with an assignment today, the head first; whether they may sign this list or not. */
  List<Signatory> assigned(Dossier dossier) {
    var matter = dossier.inHouse() ? SigningMatter.AWARD_DECISION : SigningMatter.PROPOSAL;
    return assignments.inForce(matter, LocalDate.now(clock)).stream()
        .filter(one -> one.username() != null)
        .map(one -> new Signatory(one.username(), one.personName(), one.personId(), one.capacity()))
        .toList();
  }

  /** Those who may sign the whole list today. */
  List<Signatory> of(Dossier dossier) {
    var all = assigned(dossier);
    return dossier.conflictNoted()
        ? all.stream().filter(Signatory::head).toList()
        : clear(all, dossier.standing());
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
    var common = of(dossier);
    if (!common.isEmpty()) {
      return List.of(new Share(items, common, dossier.conflictNoted()));
    }
    Map<Signatory, List<DossierItem>> lists = new LinkedHashMap<>();
    all.forEach(one -> lists.put(one, new ArrayList<>()));
    var related = related(all);
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
        .forEach(list -> shares.add(new Share(list, clear(all, list), false)));
    var heads = all.stream().filter(Signatory::head).toList();
    nobodys.forEach(item -> shares.add(new Share(List.of(item), heads, true)));
    return shares;
  }

  /** The lines above the name (NĐ 30/2020/NĐ-CP, Article 13). */
  String line(Signatory signatory) {
    return notices.get("dossier-signature." + signatory.capacity());
  }

  private List<Signatory> clear(List<Signatory> all, List<DossierItem> items) {
    var related = related(all);
    return all.stream()
        .filter(one -> items.stream().noneMatch(item -> conflicted(one, related.get(one), item)))
        .toList();
  }

  private Map<Signatory, Set<Long>> related(List<Signatory> all) {
    return all.stream()
        .distinct()
        .collect(Collectors.toMap(one -> one, one -> relatives.of(one.personId())));
  }

  private static boolean conflicted(Signatory one, Set<Long> related, DossierItem item) {
    return DossierAccess.isNominee(one.personId(), item) || DossierAccess.isRelative(related, item);
  }
}
