package vn.commendation.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.notification.Notices;

/** The lines above a signature and whose name stands under it (NĐ 30/2020/NĐ-CP, Article 13). */
@Component
public class Signatures {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final SigningAssignments assignments;
  private final Directory directory;
  private final Notices notices;

  Signatures(SigningAssignments assignments, Directory directory, Notices notices) {
    this.assignments = assignments;
    this.directory = directory;
    this.notices = notices;
  }

  /**
   * Who signs.
   *
   * @param line in whose place and as what
   * @param name without titles; empty if it is not known
   */
  public record Signature(String line, String name) {}

  /** The lines above the name. */
  public static String line(Notices notices, SigningCapacity capacity, String position) {
    return notices.get("signature." + capacity, position.toUpperCase(VIETNAMESE));
  }

  /** Who signs notices on a day: by order, if somebody may, else the first who is assigned. */
  public Signature notice(LocalDate day) {
    var assigned = assignments.inForce(SigningMatter.NOTICE, day);
    return assigned.stream()
        .filter(one -> one.capacity() == SigningCapacity.BY_ORDER)
        .findFirst()
        .or(() -> assigned.stream().min(Comparator.comparing(SigningAssignment::capacity)))
        .map(this::of)
        .orElseGet(() -> new Signature(line(notices, SigningCapacity.HEAD, ""), ""));
  }

  /** Somebody who signed on a day, as what the assignment of the matter says; else as the head. */
  public Signature named(SigningMatter matter, String name, LocalDate day) {
    return assignments.inForce(matter, day).stream()
        .filter(one -> one.personName().equals(name))
        .findFirst()
        .map(this::of)
        .orElseGet(() -> new Signature(line(notices, SigningCapacity.HEAD, ""), name));
  }

  private Signature of(SigningAssignment assignment) {
    return new Signature(
        line(
            notices,
            assignment.capacity(),
            directory.person(assignment.personId()).map(Person::position).orElse("")),
        assignment.personName());
  }
}
