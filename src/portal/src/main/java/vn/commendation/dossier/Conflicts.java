package vn.commendation.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.directory.Account;
import vn.commendation.directory.Relatives;
import vn.commendation.storage.Utc;

/**
 * Who has no vote on whom. What the registers show counts by itself; what somebody declared is
 * added to it. The ballot writes both down.
 */
@Component
class Conflicts {

  private final JdbcClient jdbc;
  private final Relatives relatives;
  private final Clock clock;

  Conflicts(JdbcClient jdbc, Relatives relatives, Clock clock) {
    this.jdbc = jdbc;
    this.relatives = relatives;
    this.clock = clock;
  }

  /** Conflicts of these members with the nominees of a batch. */
  List<Conflict> of(Dossier dossier, List<CouncilMember> members) {
    Map<String, Conflict> conflicts = new LinkedHashMap<>();
    for (var member : members) {
      var related = relatives.of(member.personId());
      for (var item : dossier.items()) {
        var kind = kind(member.personId(), related, item);
        if (kind != null) {
          put(
              conflicts,
              new Conflict(item.nominationId(), member.personId(), member.name(), kind, null));
        }
      }
    }
    for (var conflict : stored(dossier.getId())) {
      if (members.stream().anyMatch(member -> member.personId() == conflict.personId())) {
        put(conflicts, conflict);
      }
    }
    return List.copyOf(conflicts.values());
  }

  /** As they were written down. */
  List<Conflict> stored(String dossierId) {
    return jdbc.sql(
            """
            select nomination_id, person_id, person_name, kind, reason from conflict_of_interest
            where dossier_id = ? order by nomination_id, person_name""")
        .param(dossierId)
        .query(
            (row, n) ->
                new Conflict(
                    row.getString("nomination_id"),
                    row.getLong("person_id"),
                    row.getString("person_name"),
                    ConflictKind.valueOf(row.getString("kind")),
                    row.getString("reason")))
        .list();
  }

  /** How many members may vote on a nominee. */
  static int entitled(List<CouncilMember> members, List<Conflict> conflicts, DossierItem item) {
    var conflicted =
        conflicts.stream().filter(one -> one.nominationId().equals(item.nominationId())).count();
    return members.size() - (int) conflicted;
  }

  void declare(String dossierId, Conflict conflict, Account by) {
    store(dossierId, conflict, by.username(), by.displayName());
  }

  /** The ballot was held with these: relatives and nominators may change later. */
  void writeDown(String dossierId, List<Conflict> conflicts) {
    var declared = new ArrayList<>(stored(dossierId));
    conflicts.stream()
        .filter(
            one ->
                declared.stream()
                    .noneMatch(
                        other ->
                            other.nominationId().equals(one.nominationId())
                                && other.personId() == one.personId()))
        .forEach(one -> store(dossierId, one, AuditTrail.SYSTEM, AuditTrail.SYSTEM));
  }

  private void store(String dossierId, Conflict conflict, String by, String byName) {
    jdbc.sql(
            """
            insert into conflict_of_interest values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            dossierId,
            conflict.nominationId(),
            conflict.personId(),
            conflict.memberName(),
            conflict.kind().name(),
            conflict.reason(),
            by,
            byName,
            Utc.now(clock))
        .update();
  }

  private static void put(Map<String, Conflict> conflicts, Conflict conflict) {
    conflicts.putIfAbsent(conflict.nominationId() + "/" + conflict.personId(), conflict);
  }

  private static ConflictKind kind(long personId, Set<Long> related, DossierItem item) {
    if (DossierAccess.isNominee(personId, item)) {
      return ConflictKind.SELF;
    }
    if (DossierAccess.isRelative(related, item)) {
      return ConflictKind.RELATIVE;
    }
    return item.nominatorPersonId() == personId ? ConflictKind.NOMINATOR : null;
  }
}
