package vn.commendation.localengine.deployment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import org.operaton.bpm.engine.repository.ProcessDefinition;
import vn.commendation.localengine.deployment.Files.DecisionFile;
import vn.commendation.localengine.deployment.Files.FormFile;
import vn.commendation.localengine.deployment.Files.ProcessFile;
import vn.commendation.localengine.deployment.Files.ProcessItem;
import vn.commendation.localengine.deployment.Files.Source;
import vn.commendation.localengine.kernel.Keys;

/** The tables of what is deployed, within a transaction. */
final class DeploymentTables {

  private final Connection connection;

  DeploymentTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds what a file defines, if all of it is the latest version of its ids.
   *
   * @return false if it is not, or the file is new
   */
  boolean addKnown(Source file, Deployment known) throws SQLException {
    return switch (file.kind()) {
      case PROCESS -> addKnownProcesses(file, known);
      case DECISION -> addKnownDecisions(file, known);
      case FORM -> addKnownForm(file, known);
      case OTHER -> false;
    };
  }

  private boolean addKnownProcesses(Source file, Deployment known) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select process_key, process_id, version, version = (select max(l.version) from"
                + " ENG_PROCESS l where l.process_id = p.process_id) from ENG_PROCESS p"
                + " where resource_name = ? and checksum = ? and deployment_key = (select"
                + " max(d.deployment_key) from ENG_PROCESS d where d.resource_name ="
                + " p.resource_name and d.checksum = p.checksum) order by process_key")) {
      file(query, file);
      var rows = query.executeQuery();
      var found = new ArrayList<Deployment.Process>();
      while (rows.next()) {
        if (!rows.getBoolean(4)) {
          return false;
        }
        found.add(
            new Deployment.Process(
                rows.getLong(1), rows.getString(2), rows.getInt(3), file.name()));
      }
      known.processes().addAll(found);
      return !found.isEmpty();
    }
  }

  private boolean addKnownDecisions(Source file, Deployment known) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select g.drg_key, g.drg_id, g.name, g.version, d.decision_key, d.decision_id, d.name,"
                + " d.version, g.version = (select max(l.version) from ENG_DRG l where l.drg_id ="
                + " g.drg_id) and (d.version is null or d.version = (select max(e.version) from"
                + " ENG_DECISION e where e.decision_id = d.decision_id)) from ENG_DRG g"
                + " left join ENG_DECISION d on d.drg_key = g.drg_key"
                + " where g.resource_name = ? and g.checksum = ? and g.deployment_key = (select"
                + " max(o.deployment_key) from ENG_DRG o where o.resource_name = g.resource_name"
                + " and o.checksum = g.checksum) order by d.decision_key")) {
      file(query, file);
      var rows = query.executeQuery();
      Deployment.DecisionRequirements requirements = null;
      var found = new ArrayList<Deployment.Decision>();
      while (rows.next()) {
        if (!rows.getBoolean(9)) {
          return false;
        }
        requirements =
            new Deployment.DecisionRequirements(
                rows.getLong(1), rows.getString(2), rows.getString(3), rows.getInt(4), file.name());
        if (rows.getString(6) != null) {
          found.add(
              new Deployment.Decision(
                  rows.getLong(5),
                  rows.getString(6),
                  rows.getString(7),
                  rows.getInt(8),
                  requirements.id(),
                  requirements.key()));
        }
      }
      if (requirements == null) {
        return false;
      }
      known.decisionRequirements().add(requirements);
      known.decisions().addAll(found);
      return true;
    }
  }

  private boolean addKnownForm(Source file, Deployment known) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select form_key, form_id, version from ENG_FORM f where resource_name = ? and"
                + " checksum = ? and version = (select max(l.version) from ENG_FORM l where"
                + " l.form_id = f.form_id)")) {
      file(query, file);
      var rows = query.executeQuery();
      if (!rows.next()) {
        return false;
      }
      known
          .forms()
          .add(
              new Deployment.Form(rows.getLong(1), rows.getString(2), rows.getInt(3), file.name()));
      return true;
    }
  }

  private static void file(PreparedStatement query, Source file) throws SQLException {
    query.setString(1, file.name());
    query.setString(2, file.checksum());
  }

  int nextRequirements(String id) throws SQLException {
    return next("select max(version) from ENG_DRG where drg_id = ?", id);
  }

  int nextDecision(String id) throws SQLException {
    return next("select max(version) from ENG_DECISION where decision_id = ?", id);
  }

  private int next(String latest, String id) throws SQLException {
    try (var query = connection.prepareStatement(latest)) {
      query.setString(1, id);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1) + 1;
    }
  }

  void insert(
      Deployment deployment, ProcessFile file, ProcessItem item, ProcessDefinition definition)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into ENG_PROCESS (process_key, process_id, version, version_tag, name,"
                + " definition_id, resource_name, checksum, content, deployment_key)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, Keys.of(definition.getId()));
      insert.setString(2, item.id());
      insert.setInt(3, definition.getVersion());
      insert.setString(4, item.versionTag());
      insert.setString(5, item.name());
      insert.setString(6, definition.getId());
      source(insert, 7, file.source(), deployment);
      insert.executeUpdate();
    }
  }

  void insert(
      Deployment deployment, DecisionFile file, Deployment.DecisionRequirements requirements)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into ENG_DRG (drg_key, drg_id, version, name, resource_name, checksum, content,"
                + " deployment_key) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, requirements.key());
      insert.setString(2, requirements.id());
      insert.setInt(3, requirements.version());
      insert.setString(4, requirements.name());
      source(insert, 5, file.source(), deployment);
      insert.executeUpdate();
    }
  }

  void insert(Deployment deployment, Deployment.Decision decision, String versionTag)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into ENG_DECISION (decision_key, decision_id, version, version_tag, name,"
                + " drg_key, deployment_key) values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, decision.key());
      insert.setString(2, decision.id());
      insert.setInt(3, decision.version());
      insert.setString(4, versionTag);
      insert.setString(5, decision.name());
      insert.setLong(6, decision.requirementsKey());
      insert.setLong(7, deployment.key());
      insert.executeUpdate();
    }
  }

  void insert(Deployment deployment, FormFile file, Deployment.Form form) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into ENG_FORM (form_key, form_id, version, version_tag, resource_name, checksum,"
                + " content, deployment_key) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, form.key());
      insert.setString(2, form.id());
      insert.setInt(3, form.version());
      insert.setString(4, file.versionTag());
      source(insert, 5, file.source(), deployment);
      insert.executeUpdate();
    }
  }

  private static void source(
      PreparedStatement insert, int first, Source source, Deployment deployment)
      throws SQLException {
    insert.setString(first, source.name());
    insert.setString(first + 1, source.checksum());
    insert.setBytes(first + 2, source.content());
    insert.setLong(first + 3, deployment.key());
  }
}
