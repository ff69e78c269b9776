package vn.commendation.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works where today, and who may log in. */
@Service
@Transactional(readOnly = true)
public class Directory implements UserDetailsService {

  private final AccountRepository accounts;
  private final PersonRepository people;
  private final UnitRepository units;
  private final Clock clock;

  Directory(
      AccountRepository accounts, PersonRepository people, UnitRepository units, Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.units = units;
    this.clock = clock;
  }

  /**
   * The account with this user name.
   *
   * @throws UsernameNotFoundException if there is none
   */
  public Account account(String username) {
    return accounts
        .findByUsername(username)
        .map(AccountEntity::toAccount)
        .orElseThrow(() -> new UsernameNotFoundException(username));
  }

  /** The account with this user name, if it may still act. */
  public Optional<Account> activeAccount(String username) {
    return accounts
        .findByUsername(username)
        .filter(AccountEntity::enabled)
        .map(AccountEntity::toAccount);
  }

  /** Those of the accounts that may still act. */
  public List<Account> activeAccounts(Collection<String> usernames) {
    return usernames.isEmpty()
        ? List.of()
        : accounts.findEnabled(usernames).stream().map(AccountEntity::toAccount).toList();
  }

  /** Enabled accounts with at least one of the roles. */
  public List<Account> accountsWith(Set<Role> roles) {
    return accounts.findByRoles(roles).stream().map(AccountEntity::toAccount).toList();
  }

  /** Who works in the unit today, by name. */
  public List<Person> peopleOf(long unitId) {
    return people.findByUnit(unitId, today()).stream().map(PersonEntity::toPerson).toList();
  }

  /** Who of these works in the Department today, by id. */
  public Map<Long, Person> people(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : people.findByIds(ids, today()).stream()
            .map(PersonEntity::toPerson)
            .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** Who works in the unit today, by code, in the order of the codes. */
  public SortedMap<String, Person> peopleByCode(long unitId) {
    return people.findByUnit(unitId, today()).stream()
        .collect(
            Collectors.toMap(
                PersonEntity::code, PersonEntity::toPerson, (one, other) -> one, TreeMap::new));
  }

  /** Who works in the Department today, by unit and name. */
  public List<Person> everybody() {
    return people.findAll(today()).stream().map(PersonEntity::toPerson).toList();
  }

  /** The units that exist today. */
  public List<Unit> units() {
    return units.findAll(today()).stream().map(UnitEntity::toUnit).toList();
  }

  /** The person, if he or she works in the Department today. */
  public Optional<Person> person(long id) {
    return people.findById(id, today()).map(PersonEntity::toPerson);
  }

  /** The unit, if it exists today. */
  public Optional<Unit> unit(long id) {
    return units.findById(id, today()).map(UnitEntity::toUnit);
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    return accounts
        .findByUsername(username)
        .map(AccountEntity::toUserDetails)
        .orElseThrow(() -> new UsernameNotFoundException(username));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
