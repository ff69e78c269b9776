package vn.commendation.localengine.deployment;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.kernel.Transactions;
import vn.commendation.localengine.usertask.Forms;

/** Forms that are deployed. */
public final class DeployedForms implements Forms {

  private final Transactions transactions;
  private final ProcessModels models;

  public DeployedForms(Transactions transactions, ProcessModels models) {
    this.transactions = transactions;
    this.models = models;
  }

  /**
   * One version.
   *
   * @param schema the JSON that describes the form
   */
  public record FormVersion(long key, String id, int version, String schema) {}

  public Optional<FormVersion> byKey(long key) {
    return find("form_key = ?", query -> query.setLong(1, key));
  }

  @Override
  public Long formOf(String definitionId, String elementId) {
    var task = models.of(definitionId).element(elementId).userTask();
    return task == null || task.formId() == null ? null : latest(task.formId());
  }

  /** Key of the version with the highest number; null if there is none. */
  private Long latest(String formId) {
    return transactions.sql(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select form_key from ENG_FORM where form_id = ? order by version desc limit 1")) {
            query.setString(1, formId);
            var rows = query.executeQuery();
            return rows.next() ? rows.getLong(1) : null;
          }
        });
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private Optional<FormVersion> find(String where, Parameters parameters) {
    return transactions.sql(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select form_key, form_id, version, content from ENG_FORM where " + where)) {
            parameters.set(query);
            var rows = query.executeQuery();
            return rows.next()
                ? Optional.of(
                    new FormVersion(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getInt(3),
                        new String(rows.getBytes(4), StandardCharsets.UTF_8)))
                : Optional.empty();
          }
        });
  }
}
