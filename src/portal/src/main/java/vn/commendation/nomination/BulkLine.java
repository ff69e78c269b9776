package vn.commendation.nomination;

import java.util.List;

/**
 * A case the Office might accept together with others.
 *
 * @param obstacles why it cannot be one of them; empty if it can
 */
public record BulkLine(NominationSummary nomination, List<Obstacle> obstacles) {

  /**
   * @param code end of a text key
   * @param detail in Vietnamese, such as the text of a finding; may be {@code null}
   */
  public record Obstacle(String code, String detail) {}

  public boolean acceptable() {
    return obstacles.isEmpty();
  }
}
