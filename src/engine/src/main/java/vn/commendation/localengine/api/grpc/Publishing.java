package vn.commendation.localengine.api.grpc;

import java.util.Map;
import vn.commendation.localengine.kernel.Refusal;

/** Publishes messages. */
public interface Publishing {

  /**
   * Publishes a message.
   *
   * @param timeToLive in milliseconds
   * @return key of the message
   * @throws Refusal INVALID_ARGUMENT, ALREADY_EXISTS
   */
  long publish(
      String name,
      String correlationKey,
      String messageId,
      long timeToLive,
      Map<String, Object> variables);
}
