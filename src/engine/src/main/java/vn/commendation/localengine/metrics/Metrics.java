package vn.commendation.localengine.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;

/**
 * Figures in Prometheus' text format. Counting costs an addition; what has to be asked of the
 * database is asked when somebody reads, and not more often than every few seconds.
 */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private Runnable refresh = () -> {};

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Where parts that count by themselves do so. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** A number that a part counts itself, and that never gets smaller. */
  public <T> void counter(
      String name, String description, T part, ToDoubleFunction<T> count, String... tags) {
    FunctionCounter.builder(name, part, count)
        .description(description)
        .tags(tags)
        .register(registry);
  }

  /** What is read from the database before each answer. */
  public void figures(Figures figures) {
    refresh = figures::refresh;
  }

  /** All figures as text. */
  public String read() {
    refresh.run();
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
