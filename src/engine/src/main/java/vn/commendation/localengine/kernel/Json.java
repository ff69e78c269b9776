package vn.commendation.localengine.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Variables as the interface writes them: a JSON object. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Variables from a request; none where the text is empty.
   *
   * @throws Refusal INVALID_ARGUMENT if the text is anything but an object
   */
  public static Map<String, Object> variables(String text) {
    if (text == null || text.isBlank()) {
      return new LinkedHashMap<>();
    }
    try {
      var value = MAPPER.readValue(text, Object.class);
      if (value == null) {
        return new LinkedHashMap<>();
      }
      if (value instanceof Map<?, ?> map) {
        var variables = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> variables.put(String.valueOf(name), each));
        return variables;
      }
      throw Refusal.invalid(
          "Property 'variables' is invalid: Expected document to be a root level object, but was '"
              + (value instanceof Iterable ? "ARRAY" : value.getClass().getSimpleName())
              + "'");
    } catch (JsonProcessingException e) {
      throw Refusal.invalid("Invalid JSON value: " + e.getOriginalMessage());
    }
  }

  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static Object read(byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, Object.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
