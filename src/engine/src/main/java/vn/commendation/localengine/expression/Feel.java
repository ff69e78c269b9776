package vn.commendation.localengine.expression;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.FailedParseResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/**
 * FEEL as Camunda 8 evaluates it. An expression of a model begins with {@code =}; anything else is
 * its own text.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/expressions/">Expressions</a>
 */
public final class Feel {

  private static final int MOST_PARSED = 10_000;

  private final FeelEngineApi engine =
      FeelEngineBuilder.forJava()
          .withClock(
              () ->
                  ZonedDateTime.ofInstant(
                      ClockUtil.getCurrentTime().toInstant(), ZoneId.systemDefault()))
          .withFunctionProvider(new Functions())
          .build();
  private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

  public static boolean isExpression(String text) {
    return text != null && text.startsWith("=");
  }

  /**
   * The reason why a model's text is no expression; null if it is one, or no expression at all.
   *
   * @param text with its {@code =}
   */
  public String problem(String text) {
    if (!isExpression(text)) {
      return null;
    }
    return engine.parseExpression(body(text)) instanceof FailedParseResult failed
        ? failed.failure().message()
        : null;
  }

  /**
   * The value of a model's text as plain JSON: temporal values are ISO 8601 texts.
   *
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR
   */
  public Object value(String text, Map<String, Object> variables) {
    return isExpression(text) ? plain(evaluate(text, variables).result()) : text;
  }

  /**
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR if it is no text
   */
  public String text(String text, Map<String, Object> variables) {
    if (!isExpression(text)) {
      return text;
    }
    var result = evaluate(text, variables);
    var value = plain(result.result());
    if (value instanceof String string) {
      return string;
    }
    throw unexpected(text, "STRING", value, result);
  }

  /** A text, or null where the expression gives null. */
  public String optionalText(String text, Map<String, Object> variables) {
    return text == null || (isExpression(text) && value(text, variables) == null)
        ? null
        : text(text, variables);
  }

  /**
   * A correlation key: a number counts as its text.
   *
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR if it is neither text nor number
   */
  public String key(String text, Map<String, Object> variables) {
    var result = isExpression(text) ? evaluate(text, variables) : null;
    var value = result == null ? text : plain(result.result());
    if (value instanceof String string) {
      return string;
    }
    if (value instanceof Number number) {
      return String.valueOf(number);
    }
    throw new ExpressionFailure(
        IncidentErrorType.EXTRACT_VALUE_ERROR,
        "Failed to extract the correlation key for '%s': The value must be either a string or a number, but was '%s'.%s"
            .formatted(body(text), type(value), warnings(result)));
  }

  /**
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR if it is no list of texts
   */
  public List<String> texts(String text, Map<String, Object> variables) {
    if (!isExpression(text)) {
      return List.of(text.split("\\s*,\\s*"));
    }
    var result = evaluate(text, variables);
    var value = plain(result.result());
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw unexpected(text, "ARRAY of STRING", value, result);
  }

  /**
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR if it is no list
   */
  public List<?> list(String text, Map<String, Object> variables) {
    var result = evaluate(text, variables);
    if (plain(result.result()) instanceof List<?> list) {
      return list;
    }
    throw unexpected(text, "ARRAY", plain(result.result()), result);
  }

  /**
   * @throws ExpressionFailure EXTRACT_VALUE_ERROR if it is neither true nor false
   */
  public boolean isTrue(String text, Map<String, Object> variables) {
    var result = evaluate(text.startsWith("=") ? text : "=" + text, variables);
    if (result.result() instanceof Boolean value) {
      return value;
    }
    throw unexpected(text, "BOOLEAN", plain(result.result()), result);
  }

  /** A value as FEEL has it, for what wants to see a date as a date. */
  public Object raw(String text, Map<String, Object> variables) {
    return isExpression(text) ? evaluate(text, variables).result() : text;
  }

  private EvaluationResult evaluate(String text, Map<String, Object> variables) {
    var body = body(text);
    var expression = parsed.get(body);
    if (expression == null) {
      var result = engine.parseExpression(body);
      if (result instanceof FailedParseResult failed) {
        throw new ExpressionFailure(
            IncidentErrorType.EXTRACT_VALUE_ERROR, failed.failure().message());
      }
      expression = result.parsedExpression();
      if (parsed.size() >= MOST_PARSED) {
        parsed.clear();
      }
      parsed.put(body, expression);
    }
    var result = engine.evaluate(expression, variables);
    if (result instanceof FailedEvaluationResult failed) {
      throw new ExpressionFailure(
          IncidentErrorType.EXTRACT_VALUE_ERROR, failed.failure().message() + warnings(result));
    }
    return result;
  }

  private static String body(String text) {
    return isExpression(text) ? text.substring(1).strip() : text;
  }

  private static ExpressionFailure unexpected(
      String text, String expected, Object value, EvaluationResult result) {
    return new ExpressionFailure(
        IncidentErrorType.EXTRACT_VALUE_ERROR,
        "Expected result of the expression '%s' to be '%s', but was '%s'.%s"
            .formatted(body(text), expected, type(value), warnings(result)));
  }

  private static String warnings(EvaluationResult result) {
    if (result == null || !result.hasSuppressedFailures()) {
      return "";
    }
    return result.getSuppressedFailures().stream()
        .map(EvaluationFailure::toString)
        .distinct()
        .collect(
            Collectors.joining("\n", " The evaluation reported the following warnings:\n", ""));
  }

  private static String type(Object value) {
    return switch (value) {
      case null -> "NULL";
      case String ignored -> "STRING";
      case Number ignored -> "NUMBER";
      case Boolean ignored -> "BOOLEAN";
      case Collection<?> ignored -> "ARRAY";
      default -> "OBJECT";
    };
  }

  /** A value of FEEL as plain JSON. */
  public static Object plain(Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each)));
        yield copy;
      }
      case Collection<?> collection -> {
        var copy = new ArrayList<Object>(collection.size());
        collection.forEach(each -> copy.add(plain(each)));
        yield copy;
      }
      case TemporalAmount amount -> duration(amount);
      case Temporal temporal -> temporal(temporal);
      default -> value;
    };
  }

  private static String temporal(Temporal value) {
    return switch (value) {
      case LocalDate date -> date.toString();
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      case OffsetDateTime time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      case ZonedDateTime time -> DateTimeFormatter.ISO_ZONED_DATE_TIME.format(time);
      default -> value.toString();
    };
  }

  /** Days apart from hours, as FEEL writes them. */
  private static String duration(TemporalAmount amount) {
    if (!(amount instanceof Duration duration)) {
      return ((Period) amount).normalized().toString();
    }
    var days = duration.toDays();
    var rest = duration.minusDays(days);
    if (days == 0) {
      return duration.toString();
    }
    return "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
  }
}
