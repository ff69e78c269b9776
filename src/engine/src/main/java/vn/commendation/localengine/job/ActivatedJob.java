package vn.commendation.localengine.job;

import java.util.Map;

/**
 * A job as its worker gets it.
 *
 * @param deadline when it can be activated again, in milliseconds of the epoch
 * @param variables a JSON object
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#activatejobs-rpc">ActivatedJob</a>
 */
public record ActivatedJob(
    long key,
    String type,
    long processInstanceKey,
    String processId,
    int processVersion,
    long processDefinitionKey,
    String elementId,
    long elementInstanceKey,
    Map<String, String> headers,
    String worker,
    int retries,
    long deadline,
    String variables) {}
