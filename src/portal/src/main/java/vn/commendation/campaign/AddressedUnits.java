package vn.commendation.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Role;

/** The units a campaign speaks to, and who heads them. */
@Component
class AddressedUnits {

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Clock clock;

  AddressedUnits(JdbcClient jdbc, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  /** A unit that may be addressed: every one that exists today but the leadership itself. */
  List<CampaignUnit> all() {
    return jdbc.sql(
            """
            select id, name from unit
            where kind <> 'LEADERSHIP' and valid_from <= :today
              and (valid_to is null or valid_to >= :today)
            order by id""")
        .param("today", LocalDate.now(clock))
        .query(CampaignUnit.class)
        .list();
  }

  /** The units of a campaign; one that names none addresses all. */
  List<CampaignUnit> of(Set<Long> chosen) {
    return all().stream().filter(unit -> chosen.isEmpty() || chosen.contains(unit.id())).toList();
  }

  /** The heads of the units. */
  List<Account> heads(Set<Long> units) {
    return directory.accountsWith(Set.of(Role.UNIT_HEAD)).stream()
        .filter(account -> units.contains(account.person().unit().id()))
        .toList();
  }
}
