package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.CorrelatedMessageSubscriptionSearchQueryResult;
import io.camunda.client.protocol.rest.MessageSubscriptionSearchQueryResult;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import vn.commendation.localengine.search.Searches;

/** Events that wait for messages, and messages that reached them. */
@Path("")
public final class SubscriptionApi {

  private final Searches searches;

  SubscriptionApi(Searches searches) {
    this.searches = searches;
  }

  @POST
  @Path("message-subscriptions/search")
  public MessageSubscriptionSearchQueryResult subscriptions(JsonNode request) {
    return searches.messageSubscriptions(request);
  }

  @POST
  @Path("correlated-message-subscriptions/search")
  public CorrelatedMessageSubscriptionSearchQueryResult correlated(JsonNode request) {
    return searches.correlatedMessageSubscriptions(request);
  }
}
