package vn.commendation.localengine.api.grpc;

import java.util.List;
import vn.commendation.localengine.kernel.Refusal;

/** There is one tenant, as in a Camunda 8 without multi-tenancy. */
final class Tenants {

  static final String DEFAULT = "<default>";

  private Tenants() {}

  /**
   * @throws Refusal INVALID_ARGUMENT for another tenant
   */
  static void check(String tenant) {
    if (!tenant.isEmpty() && !DEFAULT.equals(tenant)) {
      throw Refusal.invalid(
          "Expected to handle the request with tenant '%s', but there is only the tenant '%s'"
              .formatted(tenant, DEFAULT));
    }
  }

  static void check(List<String> tenants) {
    tenants.forEach(Tenants::check);
  }
}
