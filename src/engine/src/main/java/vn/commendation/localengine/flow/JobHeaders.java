package vn.commendation.localengine.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import vn.commendation.localengine.bpmn.ProcessModels;

/**
 * Custom headers of jobs: those of the model their instance ran when they were made. Only a job
 * whose instance was migrated since has to remember them; its priority, which has no other use,
 * tells it apart.
 */
public final class JobHeaders {

  private static final String KEPT = Variables.HIDDEN + "headers";
  private static final int REMEMBERS = 1;

  private final ProcessModels models;

  public JobHeaders(ProcessModels models) {
    this.models = models;
  }

  /** Headers of a job. Part of the transaction under way. */
  public Map<String, String> of(ExternalTaskEntity job) {
    if (job.getPriority() != REMEMBERS) {
      return models.of(job.getProcessDefinitionId()).headers(job.getActivityId());
    }
    var headers = new LinkedHashMap<String, String>();
    if (job.getExecution().getVariableLocal(KEPT) instanceof Map<?, ?> kept) {
      kept.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    }
    return headers;
  }

  /** Headers of all jobs of an instance, before it is migrated. */
  Map<ExternalTaskEntity, Map<String, String>> remembered(String processInstanceId) {
    var all = new LinkedHashMap<ExternalTaskEntity, Map<String, String>>();
    Context.getCommandContext()
        .getExternalTaskManager()
        .findExternalTasksByProcessInstanceId(processInstanceId)
        .forEach(job -> all.put(job, of(job)));
    return all;
  }

  /** Lets the jobs keep them. */
  void keep(Map<ExternalTaskEntity, Map<String, String>> remembered) {
    remembered.forEach(
        (job, headers) -> {
          if (!of(job).equals(headers)) {
            job.getExecution().setVariableLocal(KEPT, headers);
            job.setPriority(REMEMBERS);
          }
        });
  }
}
