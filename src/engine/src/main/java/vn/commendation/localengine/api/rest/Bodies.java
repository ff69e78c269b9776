package vn.commendation.localengine.api.rest;

import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Map;
import vn.commendation.localengine.kernel.Refusal;

/** What requests have in common. */
final class Bodies {

  private static final String TENANT = "<default>";

  private Bodies() {}

  /**
   * @throws Refusal INVALID_ARGUMENT if it is no number
   */
  static long key(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("The %s is '%s' but must be a number".formatted(name, text));
    }
  }

  static Map<String, Object> variables(Map<String, Object> given) {
    return given == null ? Map.of() : given;
  }

  static String text(String given) {
    return given == null ? "" : given;
  }

  /**
   * @throws Refusal INVALID_ARGUMENT naming it where it is missing
   */
  static <T> T required(String name, T given) {
    if (given == null || given instanceof String text && text.isBlank()) {
      throw Refusal.invalid("No %s provided".formatted(name));
    }
    return given;
  }

  /**
   * @throws Refusal INVALID_ARGUMENT for any tenant but the default one
   */
  static void tenant(String given) {
    if (given != null && !given.isBlank() && !TENANT.equals(given)) {
      throw Refusal.invalid(
          "Expected to handle a request with tenant identifier '%s', but multi-tenancy is disabled"
              .formatted(given));
    }
  }

  static void tenants(Collection<String> given) {
    if (given != null) {
      given.forEach(Bodies::tenant);
    }
  }

  /**
   * @throws Refusal UNIMPLEMENTED where something is asked for that the engine does not do
   */
  static void unsupported(String what, boolean asked) {
    if (asked) {
      throw new Refusal(Refusal.Code.UNIMPLEMENTED, "The local engine has no " + what);
    }
  }

  /** A model; who reads JSON otherwise gets it, too. */
  static Response xml(String text) {
    return Response.ok(text, "text/xml;charset=UTF-8").build();
  }

  static String defaultTenant() {
    return TENANT;
  }
}
