package vn.commendation.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

/** Arguments of a notice as they are kept: days and texts stay what they are until it is read. */
final class NoticeArgs {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String DAY = "day";
  private static final String AT = "at";
  private static final String KEY = "key";
  private static final String ARGS = "args";

  private NoticeArgs() {}

  static String write(List<?> args) {
    return list(args).toString();
  }

  static List<Object> read(String json) {
    try {
      return list(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode list(List<?> args) {
    var array = NODES.arrayNode();
    args.forEach(arg -> array.add(node(arg)));
    return array;
  }

  private static JsonNode node(Object arg) {
    return switch (arg) {
      case null -> NODES.textNode("");
      case String text -> NODES.textNode(text);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case LocalDate day -> NODES.objectNode().put(DAY, day.toString());
      case Instant at -> NODES.objectNode().put(AT, at.toString());
      case NoticeText text -> NODES.objectNode().put(KEY, text.key()).set(ARGS, list(text.args()));
      case List<?> lines -> list(lines);
      default -> throw new IllegalArgumentException("No argument of a notice: " + arg.getClass());
    };
  }

  private static List<Object> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(NoticeArgs::value).toList();
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return list(node);
    }
    if (node.isNumber()) {
      return node.longValue();
    }
    if (node.has(DAY)) {
      return LocalDate.parse(node.get(DAY).textValue());
    }
    if (node.has(AT)) {
      return Instant.parse(node.get(AT).textValue());
    }
    return node.has(KEY)
        ? new NoticeText(node.get(KEY).textValue(), list(node.get(ARGS)))
        : node.textValue();
  }
}
