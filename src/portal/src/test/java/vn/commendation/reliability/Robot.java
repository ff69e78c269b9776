package vn.commendation.reliability;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.SubjectKind;
import vn.commendation.dossier.Conflict;
import vn.commendation.dossier.DossierDetails;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.ItemStatus;
import vn.commendation.dossier.ItemView;
import vn.commendation.dossier.NewDossier;
import vn.commendation.nomination.BulkAcceptances;
import vn.commendation.nomination.NominationForm;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.PlatformClock;

/**
 * People at work on many cases at once. They do what people do: look where a case stands, do what
 * is next, and after an error look again and try again. What was done is nowhere noted but in the
 * product.
 */
final class Robot implements AutoCloseable {

  private static final int PEOPLE = 6;
  private static final int BATCH = 6;
  private static final Duration BATCH_WAITS = Duration.ofSeconds(20);
  private static final String NOMINATOR = "ttud";
  private static final String OFFICER = "chuyenvien";
  private static final String CHIEF = "chanhvp";
  private static final Set<NominationStatus> WAITING =
      Set.of(NominationStatus.SUPPLEMENT, NominationStatus.HOLD, NominationStatus.CONSENT);

  private final Nominations nominations;
  private final Dossiers dossiers;
  private final BulkAcceptances bulk;
  private final JdbcClient jdbc;
  private final Clock today;
  private final PlatformClock clock;
  private final Tasklist tasklist;
  private final Map<String, RobotCase> cases = new ConcurrentHashMap<>();
  private final Set<String> batches = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> accepted = new ConcurrentHashMap<>();
  private final Set<String> finished = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
  private final ScheduledExecutorService people =
      Executors.newScheduledThreadPool(PEOPLE, Thread.ofPlatform().name("people-", 1).factory());

  /** Nobody acts while the time moves. */
  private final ReentrantReadWriteLock time = new ReentrantReadWriteLock();

  /** Nothing is sent that could be late when the time moves. */
  private volatile boolean timeWillMove;

  private volatile boolean allStarted;

  Robot(ApplicationContext application, LocalPlatform platform) {
    this.nominations = application.getBean(Nominations.class);
    this.dossiers = application.getBean(Dossiers.class);
    this.bulk = application.getBean(BulkAcceptances.class);
    this.jdbc = application.getBean(JdbcClient.class);
    this.today = application.getBean(Clock.class);
    this.clock = platform.clock();
    this.tasklist = new Tasklist(platform);
    repeat(this::openBatches, 2_000);
    repeat(this::moveTime, 3_000);
  }

  private void repeat(Runnable work, long millis) {
    people.scheduleWithFixedDelay(() -> attempt(work), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** An error is for people to look again. */
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      errors.computeIfAbsent(brief(e), key -> new AtomicInteger()).incrementAndGet();
      tasklist.logOut();
    }
  }

  private static String brief(RuntimeException e) {
    var message = String.valueOf(e.getMessage()).replaceAll("\\d{2,}|[0-9a-f-]{36}", "#");
    return e.getClass().getSimpleName()
        + ": "
        + message.substring(0, Math.min(message.length(), 120)).lines().findFirst().orElse("");
  }

  /** Somebody takes up a new case. */
  void start(RobotCase one) {
    nominee(one);
    cases.put(one.id(), one);
    people.execute(() -> visit(one));
  }

  void allStarted() {
    allStarted = true;
  }

  Collection<RobotCase> cases() {
    return cases.values();
  }

  Set<String> batches() {
    return batches;
  }

  int finished() {
    return finished.size();
  }

  boolean done() {
    return allStarted && finished.size() == cases.size() + batches.size();
  }

  /** What has not ended, and where it stands. */
  List<String> unfinished() {
    var left = new ArrayList<String>();
    cases.values().stream()
        .filter(one -> !finished.contains(one.id()))
        .forEach(one -> left.add(one.way() + " " + one.id() + " " + state(one).orElse(null)));
    batches.stream()
        .filter(id -> !finished.contains(id))
        .forEach(id -> left.add("batch " + id + " " + batch(id).summary().status()));
    return left;
  }

  /** How often people saw an error, by its text. */
  Map<String, Integer> errors() {
    return errors.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().get(), Integer::sum, TreeMap::new));
  }

  /** How many wait for a timer now. */
  int waiting() {
    return (int)
        cases.values().stream()
            .filter(one -> one.way().waitsForTimer() && !finished.contains(one.id()))
            .filter(one -> state(one).filter(state -> WAITING.contains(state.status)).isPresent())
            .count();
  }

  /** How many batches have not ended. */
  int unfinishedBatches() {
    return (int) batches.stream().filter(id -> !finished.contains(id)).count();
  }

  private void visit(RobotCase one) {
    attempt(() -> whileTimeStands(() -> next(one)));
    if (!finished.contains(one.id())) {
      later(() -> visit(one));
    }
  }

  private void visitBatch(String id) {
    attempt(() -> whileTimeStands(() -> nextOfBatch(id)));
    if (!finished.contains(id)) {
      later(() -> visitBatch(id));
    }
  }

  private void later(Runnable visit) {
    if (!people.isShutdown()) {
      people.schedule(visit, 700, TimeUnit.MILLISECONDS);
    }
  }

  private void whileTimeStands(Runnable work) {
    time.readLock().lock();
    try {
      work.run();
    } finally {
      time.readLock().unlock();
    }
  }

  private record State(
      NominationStatus status,
      long instance,
      LocalDateTime dueAt,
      boolean closed,
      int decisions,
      int files,
      int inBulk) {}

  private Optional<State> state(RobotCase one) {
    return jdbc.sql(
            """
            select n.status, coalesce(n.process_instance_key, 0) as instance, n.due_at,
              n.closed_at is not null as closed,
              (select count(*) from nomination_decision d
                where d.nomination_id = n.id and d.step = 'office-review') as decisions,
              (select count(*) from audit_entry a
                where a.subject_id = n.id and a.action = 'nomination.evidence-added') as files,
              (select count(*) from audit_entry a where a.subject_id = n.id
                and a.action = 'nomination.bulk-acceptance-sent') as in_bulk
            from nomination n where n.id = ?""")
        .param(one.id())
        .query(State.class)
        .optional();
  }

  private void next(RobotCase one) {
    var state = state(one).orElse(null);
    if (state == null) {
      nominations.saveDraft(form(one), NOMINATOR);
      return;
    }
    switch (state.status) {
      case DRAFT -> {
        if (state.files == 0) {
          nominations.addEvidence(
              one.id(),
              NOMINATOR,
              "Báo cáo thành tích.pdf",
              new ByteArrayInputStream(
                  "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
        }
        submit(one);
      }
      case OFFICE_REVIEW -> review(one, state);
      case SUPPLEMENT -> {
        if (one.way() == Way.SUPPLEMENTED_IN_PORTAL) {
          submit(one);
        } else if (one.way() == Way.SUPPLEMENTED_IN_TASKLIST) {
          complete(NOMINATOR, state.instance, "Supplement", Map.of("reason", "Đã bổ sung"));
        }
      }
      case HOLD -> {
        if (one.way() == Way.LIFTED) {
          nominations.liftHold(one.id(), "Đã có kết luận", CHIEF);
        }
      }
      case CONSENT -> {
        if (one.way() == Way.AGREED) {
          complete(NOMINATOR, state.instance, "ConsentToChange", Map.of("decision", "agree"));
        } else if (one.way() == Way.DECLINED) {
          complete(
              NOMINATOR,
              state.instance,
              "ConsentToChange",
              Map.of("decision", "decline", "reason", "Giữ hình thức đã đề nghị"));
        }
      }
      case ACCEPTED -> accepted.putIfAbsent(one.id(), Instant.now());
      default -> {
        if (state.status.ended() && state.closed) {
          finished.add(one.id());
        }
      }
    }
  }

  private void submit(RobotCase one) {
    nominations.submit(one.id(), nominations.form(one.id(), NOMINATOR).version(), NOMINATOR);
  }

  private void review(RobotCase one, State state) {
    if (state.decisions >= one.way().office.size()) {
      throw new IllegalStateException("Reviewed once more than anybody asked for: " + one);
    }
    var decision = one.way().office.get(state.decisions);
    var entered =
        new HashMap<String, Object>(Map.of("decision", decision, "reason", "Theo quy định"));
    switch (decision) {
      case "withdraw" -> {
        nominations.withdraw(one.id(), "Đề nghị nhầm người", NOMINATOR);
        return;
      }
      case "return" -> entered.put("reopen", List.of("achievements"));
      case "hold" -> {
        entered.put("holdKind", "COMPLAINT");
        // who lifts it must not be overtaken by the day itself
        var days = one.way().waitsForTimer() ? 2 : 300;
        entered.put("reviewOn", LocalDate.now(today).plusDays(days).toString());
      }
      case "change-form" -> entered.put("award", "BK-TINH");
      case "accept" -> {
        if (one.way() == Way.ACCEPTED_IN_BULK) {
          if (state.inBulk == 0) {
            bulk.accept(UUID.randomUUID().toString(), List.of(one.id()), OFFICER);
          }
          return;
        }
      }
      default -> {}
    }
    if (timeWillMove && !decision.equals("accept") && !one.way().waitsForTimer()) {
      return;
    }
    complete(one.number() % 2 == 0 ? OFFICER : CHIEF, state.instance, "OfficeReview", entered);
  }

  /** As far as the task is there; else the next look may find it. */
  private void complete(
      String username, long instance, String element, Map<String, Object> entered) {
    tasklist.find(username, instance, element).ifPresent(task -> task.complete(entered));
  }

  private record Ready(String id, String authority, boolean ballot, boolean disclosure) {}

  /** The Office puts together what goes the same way. */
  private void openBatches() {
    findBatches();
    var ready =
        cases.isEmpty()
            ? List.<Ready>of()
            : jdbc.sql(
                    """
                    select n.id, n.deciding_authority as authority, c.ballot, c.disclosure
                    from nomination n join nomination_check c on c.nomination_id = n.id
                    where n.status = 'ACCEPTED' and n.id in (:ids)""")
                .param("ids", cases.keySet())
                .query(Ready.class)
                .list();
    ready.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.authority + one.ballot + one.disclosure,
                TreeMap::new,
                Collectors.toList()))
        .values()
        .forEach(this::openBatch);
  }

  private void openBatch(List<Ready> ready) {
    var ids =
        ready.stream()
            .map(Ready::id)
            .filter(accepted::containsKey)
            .sorted(Comparator.comparing(accepted::get))
            .limit(BATCH)
            .toList();
    if (ids.isEmpty()
        || ids.size() < BATCH
            && accepted.get(ids.getFirst()).isAfter(Instant.now().minus(BATCH_WAITS))) {
      return;
    }
    whileTimeStands(
        () ->
            dossiers.open(
                new NewDossier(
                    DecidingAuthority.valueOf(ready.getFirst().authority()), "Khen thưởng", ids),
                OFFICER));
    findBatches();
  }

  /** A batch may have been opened though nobody was told so. */
  private void findBatches() {
    if (!cases.isEmpty()) {
      jdbc
          .sql("select distinct i.dossier_id from dossier_item i where i.nomination_id in (:ids)")
          .param("ids", cases.keySet())
          .query(String.class)
          .list()
          .stream()
          .filter(batches::add)
          .forEach(id -> people.execute(() -> visitBatch(id)));
    }
  }

  private DossierDetails batch(String id) {
    return dossiers.details(id, CHIEF).orElseThrow();
  }

  private void nextOfBatch(String id) {
    var batch = batch(id);
    var status = batch.summary().status();
    var instance =
        jdbc.sql("select coalesce(process_instance_key, 0) from dossier where id = ?")
            .param(id)
            .query(Long.class)
            .single();
    var day = LocalDate.now(today).toString();
    switch (status) {
      case BALLOT ->
          complete(
              "thuky",
              instance,
              "CouncilBallot",
              Map.of(
                  "meetingDate",
                  day,
                  "minutes",
                  "Hội đồng họp phiên thường kỳ.",
                  "ballots",
                  rows(batch, item -> votes(batch, item))));
      case SIGNATURE ->
          complete(
              "giamdoc",
              instance,
              "LeadershipSignature",
              Map.of(
                  "decision",
                  "sign",
                  "signatures",
                  rows(
                      batch,
                      item ->
                          new HashMap<>(
                              Map.of(
                                  "decision",
                                  fate(item) == RobotCase.Fate.REFUSED ? "refuse" : "sign",
                                  "reason",
                                  "Chưa tiêu biểu")))));
      case NUMBER -> complete("vanthu", instance, "RegisterNumber", Map.of("date", day));
      case BOARD ->
          complete(
              OFFICER,
              instance,
              "BoardResult",
              Map.of(
                  "decision",
                  "result",
                  "reference",
                  "1234/QĐ-UBND",
                  "resultDate",
                  day,
                  "results",
                  rows(batch, item -> new HashMap<>(Map.of("result", "award")))));
      default -> {
        if (status.ended()
            && batch.timeline().stream().anyMatch(it -> it.action().equals("dossier.closed"))) {
          finished.add(id);
        } else if (!status.ended() && status != DossierStatus.PROCESSING) {
          throw new IllegalStateException("Nobody expects a batch at " + status);
        }
      }
    }
  }

  private RobotCase.Fate fate(ItemView item) {
    return cases.get(item.nominationId()).fate();
  }

  private Map<String, Object> votes(DossierDetails batch, ItemView item) {
    var barred = batch.conflictsOf(item).stream().map(Conflict::personId).distinct().count();
    var entitled = batch.councilSize() - (int) barred;
    var passes = fate(item) != RobotCase.Fate.NOT_PASSED;
    return new HashMap<>(
        Map.of(
            "votesFor",
            passes ? entitled : 0,
            "votesAgainst",
            passes ? 0 : entitled,
            "votesBlank",
            0,
            "absent",
            0));
  }

  private static List<Map<String, Object>> rows(
      DossierDetails batch, Function<ItemView, Map<String, Object>> entered) {
    return batch.items().stream()
        .filter(item -> STANDING.contains(item.status()))
        .map(
            item -> {
              var row = entered.apply(item);
              row.put("itemId", item.nominationId());
              return row;
            })
        .toList();
  }

  private static final Set<ItemStatus> STANDING =
      Set.of(ItemStatus.IN, ItemStatus.PASSED, ItemStatus.SIGNED);

  /** Those who wait for a timer have it, once nobody can be late by it. */
  private void moveTime() {
    if (nextTimer().isEmpty()) {
      return;
    }
    time.writeLock().lock();
    try {
      // somebody may have done something in between
      nextTimer()
          .ifPresent(
              due -> {
                clock.reach(due.toInstant(ZoneOffset.UTC).plusSeconds(60));
                timeWillMove = false;
              });
    } finally {
      time.writeLock().unlock();
    }
  }

  /** When the next of those is due who wait for it; empty while others have something to do. */
  private Optional<LocalDateTime> nextTimer() {
    var waiting = new ArrayList<LocalDateTime>();
    var answering = 0;
    for (var one : cases.values()) {
      var state = finished.contains(one.id()) ? null : state(one).orElse(null);
      if (state != null && WAITING.contains(state.status)) {
        if (one.way().waitsForTimer()) {
          waiting.add(state.dueAt);
        } else {
          answering++;
        }
      }
    }
    timeWillMove = !waiting.isEmpty();
    // a message that is on its way for longer than its time to live may be taken twice
    return answering > 0 || underway() > 0
        ? Optional.empty()
        : waiting.stream().min(Comparator.naturalOrder());
  }

  private long underway() {
    return jdbc.sql("select count(*) from engine_command where status = 'PENDING'")
        .query(Long.class)
        .single();
  }

  private NominationForm form(RobotCase one) {
    return new NominationForm(
        one.id(),
        0,
        one.unplanned() ? null : 1L,
        SubjectKind.INDIVIDUAL,
        nominee(one),
        "GK-SO",
        "Sáng kiến số %d của đơn vị".formatted(one.number()),
        "Chủ trì xây dựng quy trình %s, rút ngắn thời gian xử lý xuống còn một nửa."
            .formatted(one.id()),
        LocalDate.of(one.unplanned() ? 2023 : 2022, 2, 1),
        LocalDate.of(one.unplanned() ? 2023 : 2022, 5, 31));
  }

  /** Somebody of the nominator's unit whom nobody else is nominated beside. */
  private long nominee(RobotCase one) {
    var code = "TIN-CAY-%s".formatted(one.id().substring(0, 8));
    jdbc.sql(
            """
            insert ignore into person
              (code, full_name, gender, position_name, position_class, direct_worker, unit_id,
               valid_from)
            select ?, ?, gender, position_name, position_class, direct_worker, unit_id, valid_from
            from person where code = 'TTUD-03'""")
        .params(code, "Người Thử %d".formatted(one.number()))
        .update();
    return jdbc.sql("select id from person where code = ?").param(code).query(Long.class).single();
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
