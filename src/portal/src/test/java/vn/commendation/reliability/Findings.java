package vn.commendation.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.platform.LocalPlatform;

/**
 * What is in both schemas when the robot is done, compared with what it did: each case's log and
 * the elements its instance went through, and what must not be left.
 */
final class Findings {

  /** Told without anybody deciding anything, and as often as the time was moved over them. */
  private static final Set<String> BESIDE =
      Set.of("nomination.reminded", "dossier.board-chased", "dossier.signatory-conflict-noted");

  private static final Set<String> ELEMENTS =
      Set.of(
          "GatherFacts",
          "RecordCheck",
          "OfficeReview",
          "RecordOfficeReview",
          "Supplement",
          "RecordSupplement",
          "ExpireSupplement",
          "ConsentToChange",
          "RecordConsent",
          "ExpireConsent",
          "ReviewHold");

  /**
   * What an engine says that was killed, frozen or left without its database, whose timer met what
   * somebody else did at the same moment, or whose machine is slow.
   */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "The lock on the schema is lost"
              + "|Another engine is running on the schema"
              + "|The local engine does not start: its database cannot be used"
              + "|A call could not be carried out now"
              + "|Thread starvation or clock leap detected"
              + "|Failed to validate connection"
              + "|Exception while executing job \\d+: OptimisticLockingException"
              + "|Creation of SecureRandom instance"
              + "|can be activated for now|cannot be read for now|tried again later"
              + "|Jobs that did not reach their worker stay locked");

  private final JdbcClient portal;
  private final JdbcClient engine;
  private final Robot robot;
  private final Map<String, NominationStatus> ends = new HashMap<>();

  Findings(ApplicationContext application, LocalPlatform platform, Robot robot) {
    this.portal = application.getBean(JdbcClient.class);
    this.engine = platform.engineData();
    this.robot = robot;
    portal
        .sql("select id, status from nomination where closed_at is not null and id in (:ids)")
        .param("ids", ids())
        .query(
            (row, number) -> ends.put(row.getString(1), NominationStatus.valueOf(row.getString(2))))
        .list();
  }

  private List<String> ids() {
    return robot.cases().stream().map(RobotCase::id).toList();
  }

  int endedCases() {
    return ends.size();
  }

  String figures() {
    return "ends: "
        + ends.values().stream()
            .collect(Collectors.groupingBy(end -> end, LinkedHashMap::new, Collectors.counting()))
        + ", batches: "
        + portal
            .sql("select status, count(*) from dossier where id in (:ids) group by status")
            .param("ids", robot.batches().isEmpty() ? Set.of("") : robot.batches())
            .query((row, number) -> row.getString(1) + " " + row.getInt(2))
            .list();
  }

  /** Everything that is not as it must be, a line each. */
  List<String> faults(List<String> engineLog) {
    var faults = new ArrayList<String>();
    robot.cases().stream()
        .filter(one -> ends.containsKey(one.id()))
        .forEach(one -> ofCase(one, faults));
    robot.batches().forEach(id -> ofBatch(id, faults));
    nothing(faults, "incident", "select count(*) from ACT_RU_INCIDENT");
    nothing(
        faults,
        "job without retries",
        "select count(*) from ACT_RU_EXT_TASK where RETRIES_ is not null and RETRIES_ <= 0");
    nothing(faults, "timer without retries", "select count(*) from ACT_RU_JOB where RETRIES_ <= 0");
    var unsent =
        portal
            .sql("select count(*) from engine_command where status <> 'SENT'")
            .query(Long.class)
            .single();
    if (unsent > 0) {
      faults.add(unsent + " commands are not sent or are blocked");
    }
    var blocked =
        portal
            .sql("select count(*) from task_completion where status in ('PENDING', 'BLOCKED')")
            .query(Long.class)
            .single();
    if (blocked > 0) {
      faults.add(blocked + " task completions are not done");
    }
    engineLog.stream()
        .filter(line -> line.matches("\\S+Z (WARN|ERROR).*"))
        .filter(line -> !EXPECTED.matcher(line).find())
        .forEach(line -> faults.add("the engine logged: " + line));
    return faults;
  }

  private void nothing(List<String> faults, String what, String query) {
    var found = engine.sql(query).query(Long.class).single();
    if (found > 0) {
      faults.add(found + " × " + what);
    }
  }

  private void ofCase(RobotCase one, List<String> faults) {
    var end = ends.get(one.id());
    var log = log(one.id(), "nomination.");
    var expected = one.way().log(end);
    if (!log.equals(expected)) {
      faults.add(
          "%s %s%n  log      %s%n  expected %s".formatted(one.way(), one.id(), log, expected));
    }
    var instances = instances("nominationId", one.id(), "nomination");
    if (instances.size() != 1) {
      faults.add("%s %s has %d instances".formatted(one.way(), one.id(), instances.size()));
      return;
    }
    var elements = new ArrayList<>(elements(instances.getFirst()));
    if (one.way() == Way.SUPPLEMENTED_IN_PORTAL) {
      // the timer may fire while the message is on its way; the model asks the portal then
      elements.remove("ExpireSupplement");
    }
    var expectedElements = one.way().elements(end);
    if (!elements.equals(expectedElements)) {
      faults.add(
          "%s %s%n  elements %s%n  expected %s"
              .formatted(one.way(), one.id(), elements, expectedElements));
    }
    completed(one.way() + " " + one.id(), instances.getFirst(), faults);
  }

  private void ofBatch(String id, List<String> faults) {
    var log = log(id, "dossier.");
    var status =
        portal
            .sql("select status from dossier where id = ?")
            .param(id)
            .query(String.class)
            .single();
    var ballot =
        portal
            .sql("select ballot_required from dossier where id = ?")
            .param(id)
            .query(Boolean.class)
            .single();
    var expected = new ArrayList<>(List.of("opened"));
    if (ballot) {
      expected.addAll(List.of("ballot-recorded", "votes-counted"));
    }
    if (!status.equals("NO_NOMINEE")) {
      expected.add("signatory-chosen");
      switch (status) {
        case "ISSUED" -> expected.addAll(List.of("signed", "numbered", "issued"));
        case "ANNOUNCED" ->
            expected.addAll(List.of("signed", "numbered", "sent-to-board", "results-recorded"));
        default -> expected.add("refused");
      }
    }
    expected.add("closed");
    if (!log.equals(expected)) {
      faults.add("batch %s %s%n  log      %s%n  expected %s".formatted(id, status, log, expected));
    }
    var instances = instances("dossierId", id, "dossier");
    if (instances.size() != 1) {
      faults.add("batch %s has %d instances".formatted(id, instances.size()));
    } else {
      completed("batch " + id, instances.getFirst(), faults);
    }
  }

  private List<String> log(String id, String prefix) {
    return portal
        .sql("select action from audit_entry where subject_id = ? order by id")
        .param(id)
        .query(String.class)
        .list()
        .stream()
        .filter(action -> action.startsWith(prefix) && !BESIDE.contains(action))
        .map(action -> action.substring(prefix.length()))
        .toList();
  }

  private List<String> instances(String variable, String id, String process) {
    return engine
        .sql(
            """
            select distinct p.PROC_INST_ID_ from ACT_HI_PROCINST p
            join ACT_HI_VARINST v on v.PROC_INST_ID_ = p.PROC_INST_ID_
            where v.NAME_ = ? and v.TEXT_ = ? and p.PROC_DEF_KEY_ = ?""")
        .params(variable, id, process)
        .query(String.class)
        .list();
  }

  private List<String> elements(String instance) {
    return engine
        .sql(
            """
            select ACT_ID_ from ACT_HI_ACTINST where PROC_INST_ID_ = ?
            order by START_TIME_, SEQUENCE_COUNTER_, cast(substring_index(ID_, ':', -1) as signed)""")
        .param(instance)
        .query(String.class)
        .list()
        .stream()
        .filter(id -> ELEMENTS.contains(id) || id.startsWith("End") && !id.equals("EndReminded"))
        .toList();
  }

  private void completed(String who, String instance, List<String> faults) {
    var state =
        engine
            .sql("select STATE_ from ACT_HI_PROCINST where PROC_INST_ID_ = ?")
            .param(instance)
            .query(String.class)
            .single();
    if (!state.equals("COMPLETED")) {
      faults.add("%s: its instance %s is %s".formatted(who, instance, state));
    }
  }
}
