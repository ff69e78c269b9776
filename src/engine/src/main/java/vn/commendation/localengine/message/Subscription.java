package vn.commendation.localengine.message;

import vn.commendation.localengine.kernel.Keys;

/**
 * Somebody who takes messages: an element of a running instance, or a start event.
 *
 * @param eventName message name and correlation key; at a start event the message name
 * @param executionId null at a start event
 * @param instanceId null at a start event
 * @param elementInstanceId null at a start event
 */
record Subscription(
    long key,
    String eventName,
    String processId,
    String definitionId,
    String elementId,
    String executionId,
    String instanceId,
    String elementInstanceId) {

  Long elementInstanceKey() {
    return elementInstanceId == null ? null : Keys.of(elementInstanceId);
  }
}
