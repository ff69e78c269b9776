package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Refusal;

/** Bodies as JSON; what a request has and its class has not is refused by name. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problems.TYPE})
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  /** As over gRPC. */
  static final int LARGEST = 4 * 1024 * 1024;

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] with, MediaType media) {
    return !InputStream.class.isAssignableFrom(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] with,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new ClientErrorException(
          "A request must not be larger than %d bytes".formatted(LARGEST),
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    try {
      var value = bytes.length == 0 ? null : Json.mapper().readValue(bytes, type);
      return value == null || value instanceof NullNode
          ? Json.mapper().readValue("{}", type)
          : value;
    } catch (UnrecognizedPropertyException e) {
      throw Refusal.invalid("Unknown property '%s' of the request".formatted(path(e)));
    } catch (JsonMappingException e) {
      throw Refusal.invalid(
          e.getPath().isEmpty()
              ? "The request is not what is expected: " + e.getOriginalMessage()
              : "The property '%s' of the request cannot be read: %s"
                  .formatted(path(e), e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      throw Refusal.invalid("The request is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(each -> each.getFieldName() == null ? "" + each.getIndex() : each.getFieldName())
        .collect(Collectors.joining("."));
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] with, MediaType media) {
    return !String.class.equals(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] with,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    // the container closes its stream itself
    body.write(Json.bytes(value));
  }
}
