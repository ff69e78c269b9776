package vn.commendation.engine;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * Where people find the pages of whichever engine is used.
 *
 * @param tasks the list of tasks
 * @param task one task; has a place for {@code {taskKey}}
 * @param monitor where the Office watches processes
 * @param monitorName what that is called, as links to it say
 * @param instance one running instance there; has a place for {@code {instanceKey}}
 */
@ConfigurationProperties("commendation.links")
public record EngineLinks(
    URI tasks, String task, URI monitor, String monitorName, String instance) {

  private static final String TASK_KEY = "{taskKey}";
  private static final String INSTANCE_KEY = "{instanceKey}";

  public EngineLinks {
    Assert.isTrue(
        task.contains(TASK_KEY), () -> "commendation.links.task has no " + TASK_KEY + ": " + task);
    Assert.isTrue(
        instance.contains(INSTANCE_KEY),
        () -> "commendation.links.instance has no " + INSTANCE_KEY + ": " + instance);
  }

  URI ofTask(long key) {
    return URI.create(task.replace(TASK_KEY, String.valueOf(key)));
  }

  URI ofInstance(long key) {
    return URI.create(instance.replace(INSTANCE_KEY, String.valueOf(key)));
  }
}
