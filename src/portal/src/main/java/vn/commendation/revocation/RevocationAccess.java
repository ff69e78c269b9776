package vn.commendation.revocation;

import static vn.commendation.directory.Role.ADMIN;
import static vn.commendation.directory.Role.CLERK;
import static vn.commendation.directory.Role.DEPUTY_DIRECTOR;
import static vn.commendation.directory.Role.DIRECTOR;
import static vn.commendation.directory.Role.OFFICE_CHIEF;
import static vn.commendation.directory.Role.OFFICE_OFFICER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningMatter;

/** Who may see revocations, propose them, decide them and record what follows. */
@Component
class RevocationAccess {

  private final SigningAssignments assignments;
  private final Relatives relatives;
  private final Directory directory;
  private final Clock clock;

  RevocationAccess(
      SigningAssignments assignments, Relatives relatives, Directory directory, Clock clock) {
    this.assignments = assignments;
    this.relatives = relatives;
    this.directory = directory;
    this.clock = clock;
  }

  static boolean watches(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, DIRECTOR, DEPUTY_DIRECTOR, CLERK, ADMIN);
  }

  static boolean operates(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF, ADMIN);
  }

  /** The Office proposes and records, but nobody on an award of his own. */
  static boolean mayRecord(Account account, Revocation revocation) {
    return isOffice(account) && !revocation.isAbout(account);
  }

  static boolean isOffice(Account account) {
    return account.has(OFFICE_OFFICER, OFFICE_CHIEF);
  }

  /** What matters about somebody who would decide today; read once for many revocations. */
  record Judge(Account account, Set<Long> relatives, Set<SigningMatter> maySign) {

    /** Why not: the end of a text key, or {@code null} if it is his to decide. */
    String denial(Revocation revocation) {
      if (!isLeader(account)) {
        return "role";
      }
      if (revocation.isAbout(account) || revocation.isAboutUnitOf(account)) {
        return "own-award";
      }
      if (revocation.personId() != null && relatives.contains(revocation.personId())) {
        return "relative";
      }
      if (revocation.proposedBy().equals(account.username())) {
        return "own-proposal";
      }
      return maySign.contains(revocation.matter()) ? null : "assignment";
    }
  }

  Judge judge(Account account) {
    if (!isLeader(account)) {
      return new Judge(account, Set.of(), Set.of());
    }
    var maySign =
        Arrays.stream(SigningMatter.values())
            .filter(
                matter ->
                    inForce(matter).stream()
                        .anyMatch(assignment -> assignment.personId() == account.person().id()))
            .collect(Collectors.toSet());
    return new Judge(account, relatives.of(account.person().id()), maySign);
  }

  /** User names of those who may decide a revocation today, in the order they sign. */
  List<String> signatories(Revocation revocation) {
    return inForce(revocation.matter()).stream()
        .map(SigningAssignment::username)
        .filter(Objects::nonNull)
        .distinct()
        .map(directory::activeAccount)
        .flatMap(Optional::stream)
        .filter(account -> judge(account).denial(revocation) == null)
        .map(Account::username)
        .toList();
  }

  private static boolean isLeader(Account account) {
    return account.has(DIRECTOR, DEPUTY_DIRECTOR);
  }

  private List<SigningAssignment> inForce(SigningMatter matter) {
    return assignments.inForce(matter, LocalDate.now(clock));
  }
}
