package vn.commendation.report;

import java.util.Map;

/**
 * So many things of the same kind.
 *
 * @param dimensions what they have in common, by dimension; a dimension nobody knows is missing
 * @param entered whether the Office entered them, instead of the system counting them
 */
record KindCount(Map<String, String> dimensions, int amount, boolean entered) {}
