package vn.commendation.localengine.api.rest;

import io.camunda.client.protocol.rest.MessagePublicationRequest;
import io.camunda.client.protocol.rest.MessagePublicationResult;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import vn.commendation.localengine.message.Messages;

/** Messages. */
@Path("messages")
public final class MessageApi {

  private final Messages messages;

  MessageApi(Messages messages) {
    this.messages = messages;
  }

  @POST
  @Path("publication")
  public MessagePublicationResult publish(MessagePublicationRequest request) {
    Bodies.tenant(request.getTenantId());
    var key =
        messages.publish(
            Bodies.required("name", request.getName()),
            Bodies.text(request.getCorrelationKey()),
            Bodies.text(request.getMessageId()),
            request.getTimeToLive() == null ? 0 : request.getTimeToLive(),
            Bodies.variables(request.getVariables()));
    return new MessagePublicationResult()
        .messageKey(String.valueOf(key))
        .tenantId(Bodies.defaultTenant());
  }
}
