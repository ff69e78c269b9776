package vn.commendation.sheet;

import java.time.Instant;
import java.util.Map;

/**
 * A nomination sheet in a list.
 *
 * @param campaignTitle {@code null} outside every campaign
 * @param rows how many rows stand in which state
 */
public record SheetSummary(
    String id,
    String campaignTitle,
    String fileName,
    SheetProgress progress,
    String uploadedBy,
    Instant uploadedAt,
    Map<RowState, Integer> rows) {

  public int count(RowState state) {
    return rows.getOrDefault(state, 0);
  }

  public int total() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many drafts confirming it now would make. */
  public int importable() {
    return count(RowState.GOOD) + count(RowState.INCOMPLETE);
  }

  public boolean mayConfirm() {
    return progress.status() == SheetStatus.READY && importable() > 0;
  }

  /** Something in the portal may have changed since the rows were checked. */
  public boolean mayRecheck() {
    return progress.status() == SheetStatus.READY
        && importable() + count(RowState.BAD) + count(RowState.NEW) > 0;
  }

  public boolean maySend() {
    return progress.status() == SheetStatus.READY && count(RowState.DRAFTED) > 0;
  }

  /** What has become a draft cannot be undone by forgetting the sheet. */
  public boolean mayDiscard() {
    return progress.status() == SheetStatus.READY
        && count(RowState.DRAFTED) + count(RowState.SENT) == 0;
  }
}
