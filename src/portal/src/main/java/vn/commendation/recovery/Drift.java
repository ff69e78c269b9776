package vn.commendation.recovery;

import java.util.List;

/**
 * A case and the engine that disagree.
 *
 * @param businessId {@code null} if the instance names no case
 * @param title as people know the case; {@code null} if there is none
 * @param path its page in the portal
 * @param state where the case stands, as its module names it
 * @param found elements at which its instances stand
 * @param instances keys of the instances concerned
 */
record Drift(
    DriftKind kind,
    String processId,
    String businessId,
    String title,
    String path,
    String state,
    String found,
    List<Long> instances) {

  /** What tells whether it is the same as one found earlier. */
  String identity() {
    return kind + "/" + processId + "/" + businessId + "/" + state + "/" + found + "/" + instances;
  }
}
