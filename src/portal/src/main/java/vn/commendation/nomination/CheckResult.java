package vn.commendation.nomination;

/**
 * What the process's own check found.
 *
 * @param problem why the nomination is not eligible, in Vietnamese; {@code null} if it is
 */
public record CheckResult(String problem) {}
