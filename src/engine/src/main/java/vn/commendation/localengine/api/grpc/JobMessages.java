package vn.commendation.localengine.api.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.JobKind;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import java.util.ArrayList;
import java.util.List;
import vn.commendation.localengine.job.ActivatedJob;
import vn.commendation.localengine.kernel.Json;

/** Jobs as gRPC writes them. */
final class JobMessages {

  /** No answer is larger, or clients refuse it; there may be several. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private JobMessages() {}

  static io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob of(ActivatedJob job) {
    return io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.newBuilder()
        .setKey(job.key())
        .setType(job.type())
        .setProcessInstanceKey(job.processInstanceKey())
        .setBpmnProcessId(job.processId())
        .setProcessDefinitionVersion(job.processVersion())
        .setProcessDefinitionKey(job.processDefinitionKey())
        .setElementId(job.elementId())
        .setElementInstanceKey(job.elementInstanceKey())
        .setCustomHeaders(Json.text(job.headers()))
        .setWorker(job.worker())
        .setRetries(job.retries())
        .setDeadline(job.deadline())
        .setVariables(job.variables())
        .setTenantId(Tenants.DEFAULT)
        .setKind(JobKind.BPMN_ELEMENT)
        .setListenerEventType(ListenerEventType.UNSPECIFIED)
        .build();
  }

  /** As few answers as are small enough. */
  static List<ActivateJobsResponse> answers(List<ActivatedJob> jobs) {
    var answers = new ArrayList<ActivateJobsResponse>();
    var answer = ActivateJobsResponse.newBuilder();
    var size = 0;
    for (var job : jobs) {
      var message = of(job);
      if (answer.getJobsCount() > 0 && size + message.getSerializedSize() > LARGEST) {
        answers.add(answer.build());
        answer.clear();
        size = 0;
      }
      answer.addJobs(message);
      size += message.getSerializedSize();
    }
    answers.add(answer.build());
    return answers;
  }
}
