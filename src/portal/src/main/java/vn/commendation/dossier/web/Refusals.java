package vn.commendation.dossier.web;

import java.util.Set;
import org.springframework.http.HttpStatus;
import vn.commendation.dossier.DossierRefused;

/** How a refusal is answered. */
final class Refusals {

  private static final Set<String> OVERTAKEN = Set.of("taken", "ballot-over", "conflict-known");

  private Refusals() {}

  /** Whether the page was overtaken by somebody else, or what was entered is wrong. */
  static HttpStatus status(DossierRefused refused) {
    if (refused.code().equals("role")) {
      return HttpStatus.FORBIDDEN;
    }
    return OVERTAKEN.contains(refused.code())
        ? HttpStatus.CONFLICT
        : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
