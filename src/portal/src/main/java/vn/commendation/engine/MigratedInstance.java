package vn.commendation.engine;

/**
 * What became of one instance in a {@link ProcessMigration}.
 *
 * @param version of the process, before
 * @param elements where it stood when it was checked
 * @param problem why it stays; otherwise {@code null}
 * @param detail the element in question, or what the engine answered
 * @param owner what it carries; {@code null} if nothing is known of it
 */
public record MigratedInstance(
    long processInstanceKey,
    int version,
    String elements,
    ProcessMigration.InstanceStatus status,
    ProcessMigration.Problem problem,
    String detail,
    InstanceOwner owner) {

  MigratedInstance of(InstanceOwner known) {
    return new MigratedInstance(
        processInstanceKey, version, elements, status, problem, detail, known);
  }
}
