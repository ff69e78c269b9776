package vn.commendation.engine;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.engine.ProcessMigration.InstanceStatus;
import vn.commendation.engine.ProcessMigration.Problem;
import vn.commendation.engine.ProcessMigration.Status;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * Moves running instances to the newest version of their process, which they do not take by
 * themselves. First it is checked what would happen, then it is done; both in the background. An
 * element stays what it is by its id, or by the id somebody says it has now.
 */
@Service
public class ProcessMigrations {

  static final String TASK = "process-migration";

  /** The processes there are. */
  public static final List<String> PROCESSES =
      List.of("nomination", "dossier", "campaign", "revocation");

  private static final Pattern RENAMED = Pattern.compile("\\s*([\\w.-]+)\\s*=\\s*([\\w.-]+)\\s*");
  private static final int LONGEST_RENAMED = 2000;

  /** As it stands in the column. */
  record Renamed(Map<String, String> elements) {}

  private final JdbcClient jdbc;
  private final EngineJson json;
  private final DurableTasks durableTasks;
  private final AuditTrail audit;
  private final List<InstanceOwners> owners;
  private final Clock clock;

  ProcessMigrations(
      JdbcClient jdbc,
      EngineJson json,
      DurableTasks durableTasks,
      AuditTrail audit,
      List<InstanceOwners> owners,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.durableTasks = durableTasks;
    this.audit = audit;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Reads what somebody wrote about renamed elements: a line each, {@code before = now}.
   *
   * @return empty if a line says something else, or one element twice
   */
  public static Optional<Map<String, String>> renamed(String text) {
    var renamed = new LinkedHashMap<String, String>();
    for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
      var match = RENAMED.matcher(line);
      if (!match.matches() || renamed.put(match.group(1), match.group(2)) != null) {
        return Optional.empty();
      }
    }
    return text.length() > LONGEST_RENAMED
            || new HashSet<>(renamed.values()).size() < renamed.size()
        ? Optional.empty()
        : Optional.of(renamed);
  }

  /**
   * Asks what would become of the running instances of a process.
   *
   * @return how to ask for the answer
   */
  @Transactional
  public String check(
      String processId, Map<String, String> renamed, String username, String displayName) {
    if (!PROCESSES.contains(processId)) {
      throw new IllegalArgumentException("There is no process " + processId);
    }
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into process_migration
              (id, process_id, renamed, status, asked_by, asked_by_name, asked_at)
            values (?, ?, ?, 'CHECKING', ?, ?, ?)""")
        .params(
            id, processId, json.write(new Renamed(renamed)), username, displayName, Utc.now(clock))
        .update();
    durableTasks.schedule(TASK, id);
    return id;
  }

  /**
   * Moves what was found to be ready. It is done once, however often it is asked.
   *
   * @return whether this was the one time
   */
  @Transactional
  public boolean move(String id, String username, String displayName) {
    var asked =
        jdbc.sql(
                """
                update process_migration set status = 'MOVING', ended_at = null
                where id = ? and status = 'CHECKED'""")
            .param(id)
            .update();
    if (asked == 0) {
      return false;
    }
    audit.append(username, displayName, "process.migration", id, null);
    durableTasks.schedule(TASK, id);
    return true;
  }

  /** The latest attempts, the newest first. */
  @Transactional(readOnly = true)
  public List<ProcessMigration> latest(int most) {
    return find("order by asked_at desc, id limit :most", Map.of("most", most));
  }

  @Transactional(readOnly = true)
  public Optional<ProcessMigration> find(String id) {
    return find("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  private List<ProcessMigration> find(String which, Map<String, ?> parameters) {
    var found =
        jdbc.sql("select * from process_migration " + which)
            .params(parameters)
            .query(
                (row, n) ->
                    new ProcessMigration(
                        row.getString("id"),
                        row.getString("process_id"),
                        json.read(row.getString("renamed"), Renamed.class).elements(),
                        Status.valueOf(row.getString("status")),
                        row.getObject("target_version", Integer.class),
                        row.getString("error"),
                        row.getString("asked_by_name"),
                        Utc.instant(row, "asked_at"),
                        row.getObject("ended_at") == null ? null : Utc.instant(row, "ended_at"),
                        new EnumMap<>(InstanceStatus.class)))
            .list();
    count(found.stream().collect(Collectors.toMap(ProcessMigration::id, Function.identity())));
    return found;
  }

  private void count(Map<String, ProcessMigration> migrations) {
    if (migrations.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            select migration_id, status, count(*) as instances from process_migration_instance
            where migration_id in (:ids) group by migration_id, status""")
        .param("ids", migrations.keySet())
        .query(
            row -> {
              migrations
                  .get(row.getString("migration_id"))
                  .counts()
                  .put(InstanceStatus.valueOf(row.getString("status")), row.getLong("instances"));
            });
  }

  /** The instances of an attempt, those with a problem first. */
  @Transactional(readOnly = true)
  public List<MigratedInstance> instances(String id, int from, int most) {
    var lines =
        jdbc.sql(
                """
                select * from process_migration_instance where migration_id = ?
                order by field(status, 'BLOCKED', 'REFUSED') desc, process_instance_key
                limit ? offset ?""")
            .params(id, most, from)
            .query(
                (row, n) ->
                    new MigratedInstance(
                        row.getLong("process_instance_key"),
                        row.getInt("version"),
                        row.getString("elements"),
                        InstanceStatus.valueOf(row.getString("status")),
                        problem(row.getString("problem")),
                        row.getString("detail"),
                        null))
            .list();
    var known =
        InstanceOwners.known(
            owners, lines.stream().map(MigratedInstance::processInstanceKey).toList());
    return lines.stream().map(line -> line.of(known.get(line.processInstanceKey()))).toList();
  }

  private static Problem problem(String name) {
    return name == null ? null : Problem.valueOf(name);
  }
}
