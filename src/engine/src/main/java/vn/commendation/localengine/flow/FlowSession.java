package vn.commendation.localengine.flow;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.Session;
import org.operaton.bpm.engine.impl.interceptor.SessionFactory;
import vn.commendation.localengine.expression.ExpressionFailure;
import vn.commendation.localengine.kernel.Transactions;

/** What is passed on within one transaction of Operaton's, where its own calls have no room. */
final class FlowSession implements Session {

  private record Taken(long processInstanceKey, String flowId) {}

  private final Map<String, Map<String, Object>> payloads = new HashMap<>();
  private final Map<String, ExpressionFailure> failures = new HashMap<>();
  private boolean migrating;
  private final Set<String> started = new HashSet<>();
  private final List<Taken> taken = new ArrayList<>();

  static FlowSession current() {
    return Context.getCommandContext().getSession(FlowSession.class);
  }

  static SessionFactory factory() {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return FlowSession.class;
      }

      @Override
      public Session openSession() {
        return new FlowSession();
      }
    };
  }

  /** Variables for the element that is reached or completed next. */
  void give(String elementId, Map<String, Object> variables) {
    payloads.put(elementId, variables);
  }

  /** The variables given for an element, once; none if nothing was given. */
  Map<String, Object> take(String elementId) {
    var given = payloads.remove(elementId);
    return given == null ? Map.of() : given;
  }

  /** An event of a scope could not be waited for; its element finds that when it is executed. */
  void fail(String executionId, ExpressionFailure failure) {
    failures.putIfAbsent(executionId, failure);
  }

  /** The failure noted for a scope, once; null if there is none. */
  ExpressionFailure failure(String executionId) {
    return failures.remove(executionId);
  }

  /** Any failure noted; null if there is none. */
  ExpressionFailure failure() {
    return failures.values().stream().findFirst().orElse(null);
  }

  /** An instance is migrated: its active elements have what their input mappings gave. */
  void migrating() {
    migrating = true;
  }

  boolean isMigrating() {
    return migrating;
  }

  /** An instance has its variables now. */
  void started(String processInstanceId) {
    started.add(processInstanceId);
  }

  boolean isStarted(String processInstanceId) {
    return started.contains(processInstanceId);
  }

  void take(long processInstanceKey, String flowId) {
    taken.add(new Taken(processInstanceKey, flowId));
  }

  @Override
  public void flush() {
    if (taken.isEmpty()) {
      return;
    }
    try (var insert =
        Transactions.connection()
            .prepareStatement(
                "insert ignore into ENG_SEQUENCE_FLOW (process_instance_key, sequence_flow_id)"
                    + " values (?, ?)")) {
      for (var each : taken) {
        insert.setLong(1, each.processInstanceKey());
        insert.setString(2, each.flowId());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    taken.clear();
  }
}
