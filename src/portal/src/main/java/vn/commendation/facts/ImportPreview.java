package vn.commendation.facts;

import java.time.Instant;
import java.util.List;

/**
 * What an uploaded sheet would enter.
 *
 * @param rows those with problems first
 * @param bad how many have problems; none is imported unless it is 0
 * @param importedAt {@code null} until it was imported
 * @param importedRows how many entries it made
 */
public record ImportPreview(
    String id,
    RegisterKind kind,
    String fileName,
    List<ImportRow> rows,
    int bad,
    Instant importedAt,
    int importedRows) {

  public boolean mayImport() {
    return importedAt == null && bad == 0 && !rows.isEmpty();
  }
}
