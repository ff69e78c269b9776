package vn.commendation.localengine.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Sql;
import vn.commendation.localengine.kernel.Transactions;

/**
 * What waits in the database, and for how long. Times are seconds by the engine's clock. Only
 * tables of what is open are read, each once.
 */
public final class Figures {

  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** So many are counted; more are as bad. */
  private static final int MOST = 100_000;

  /** Types that are made up while the engine runs must not fill the memory of who watches. */
  private static final int MOST_TYPES = 200;

  private final Transactions transactions;
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge locked;
  private final MultiGauge incidents;

  /** Types that were seen: without a job they are shown with none. */
  private final Map<String, Jobs> jobs = new TreeMap<>();

  private final Map<String, Long> open = new TreeMap<>();
  private volatile Numbers numbers = new Numbers(0, 0, 0, 0, 0);
  private Long read;

  private record Jobs(long waiting, long oldest, long locked) {}

  private record Numbers(
      double instances, double messages, double oldestMessage, double late, double lateness) {}

  public Figures(MeterRegistry registry, Transactions transactions) {
    this.transactions = transactions;
    waiting = byType(registry, "engine.jobs.waiting", "Jobs a worker could have");
    oldest =
        MultiGauge.builder("engine.jobs.oldest")
            .description("Age of the oldest job a worker could have")
            .baseUnit("seconds")
            .register(registry);
    locked = byType(registry, "engine.jobs.locked", "Jobs a worker has");
    incidents = byType(registry, "engine.incidents.open", "Incidents that are open");
    gauge(registry, "engine.instances.running", "Instances that run", null, Numbers::instances);
    gauge(registry, "engine.messages.kept", "Messages that are kept", null, Numbers::messages);
    gauge(
        registry,
        "engine.messages.oldest",
        "Age of the oldest message that is kept",
        "seconds",
        Numbers::oldestMessage);
    gauge(registry, "engine.timers.late", "Timers past their time", null, Numbers::late);
    gauge(
        registry,
        "engine.timers.lateness",
        "How late the latest of them is",
        "seconds",
        Numbers::lateness);
  }

  private static MultiGauge byType(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String description,
      String unit,
      ToDoubleFunction<Numbers> number) {
    Gauge.builder(name, () -> number.applyAsDouble(numbers))
        .description(description)
        .baseUnit(unit)
        .register(registry);
  }

  /** Reads anew what is not fresh any more. */
  synchronized void refresh() {
    if (read != null && System.nanoTime() - read < FRESH_NANOS) {
      return;
    }
    try {
      transactions.run(this::read);
      read = System.nanoTime();
    } catch (RuntimeException e) {
      // the figures of before are better than none
      LOG.warn("The figures could not be read: {}", e.toString());
    }
  }

  private void read() {
    var now = ClockUtil.getCurrentTime().getTime();
    readJobs(now);
    readIncidents();
    numbers =
        new Numbers(
            number("select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null"),
            number("select count(*) from (select 1 from ENG_MESSAGE limit " + MOST + ") m"),
            age(now, number("select PUBLISHED_AT_ from ENG_MESSAGE order by KEY_ limit 1")),
            number("select count(*) " + LATE, new Timestamp(now)),
            age(
                now,
                number("select unix_timestamp(min(DUEDATE_)) * 1000 " + LATE, new Timestamp(now))));
  }

  private static final String LATE =
      "from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and DUEDATE_ < ?";

  private void readJobs(long now) {
    if (jobs.size() > MOST_TYPES) {
      jobs.clear();
    }
    jobs.replaceAll((type, before) -> new Jobs(0, 0, 0));
    var time = new Timestamp(now);
    var free = "RETRIES_ > 0 and (LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ <= ?)";
    Sql.list(
        "select TOPIC_NAME_, sum("
            + free
            + "), unix_timestamp(min(if("
            + free
            + ", CREATE_TIME_, null))) * 1000, sum(RETRIES_ > 0 and WORKER_ID_ is not null and LOCK_EXP_TIME_ > ?)"
            + " from ACT_RU_EXT_TASK group by TOPIC_NAME_",
        row ->
            jobs.put(
                row.getString(1),
                new Jobs(row.getLong(2), (long) age(now, row.getDouble(3)), row.getLong(4))),
        time,
        time,
        time);
    show(waiting, jobs, Jobs::waiting);
    show(oldest, jobs, Jobs::oldest);
    show(locked, jobs, Jobs::locked);
  }

  private void readIncidents() {
    open.replaceAll((type, none) -> 0L);
    Sql.list(
        "select e.error_type, count(*) from ACT_RU_INCIDENT i join ENG_INCIDENT e"
            + " on e.incident_key = cast(i.ID_ as unsigned) group by e.error_type",
        row -> open.put(row.getString(1), row.getLong(2)));
    show(incidents, open, Long::doubleValue);
  }

  private static <T> void show(MultiGauge gauge, Map<String, T> all, ToDoubleFunction<T> number) {
    List<Row<?>> rows = new ArrayList<>();
    all.forEach(
        (type, each) -> rows.add(Row.of(Tags.of("type", type), number.applyAsDouble(each))));
    gauge.register(rows, true);
  }

  private static double number(String query, Object... parameters) {
    return Sql.list(query, row -> row.getDouble(1), parameters).stream().findFirst().orElse(0d);
  }

  /** Seconds since a moment; none where there is no moment. */
  private static double age(long now, double millis) {
    return millis == 0 ? 0 : Math.max(0, (now - millis) / 1_000);
  }
}
