package vn.commendation.localengine.message;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Sql;

/**
 * Who takes messages, as Operaton keeps it. Its columns compare without regard to spaces at the
 * end, hence the second look at names. Every method is part of the transaction under way.
 */
final class Subscriptions {

  private static final String WAITING =
      """
      select s.ID_, s.EVENT_NAME_, d.KEY_, d.ID_, s.ACTIVITY_ID_, s.EXECUTION_ID_, s.PROC_INST_ID_,
        e.ACT_INST_ID_
      from ACT_RU_EVENT_SUBSCR s
      join ACT_RU_EXECUTION e on e.ID_ = s.EXECUTION_ID_
      join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
      where s.EVENT_TYPE_ = 'message' and s.EVENT_NAME_ = ?
      """;

  private static final String STARTS =
      """
      select s.ID_, s.EVENT_NAME_, d.KEY_, d.ID_, s.ACTIVITY_ID_, s.EXECUTION_ID_, s.PROC_INST_ID_,
        null
      from ACT_RU_EVENT_SUBSCR s
      join ACT_RE_PROCDEF d on d.ID_ = s.CONFIGURATION_
      where s.EVENT_TYPE_ = 'message' and s.EXECUTION_ID_ is null and\s""";

  /** Elements of running instances that wait for an address, the oldest first. */
  List<Subscription> waiting(Address address) {
    return named(address.eventName(), WAITING);
  }

  /** All event names elements of running instances wait for. */
  Set<String> waited() {
    return Set.copyOf(
        Sql.list(
            "select distinct EVENT_NAME_ from ACT_RU_EVENT_SUBSCR where EVENT_TYPE_ = 'message' and"
                + " EXECUTION_ID_ is not null",
            row -> row.getString(1)));
  }

  /** Start events of a message name. */
  List<Subscription> starts(String messageName) {
    return named(messageName, STARTS + "s.EVENT_NAME_ = ?");
  }

  /** Start events of a process. */
  List<Subscription> startsOf(String processId) {
    return Sql.list(STARTS + "d.KEY_ = ?", SUBSCRIPTION, processId).stream()
        .filter(each -> each.processId().equals(processId))
        .toList();
  }

  private static List<Subscription> named(String eventName, String query) {
    return Sql.list(query, SUBSCRIPTION, eventName).stream()
        .filter(each -> each.eventName().equals(eventName))
        .sorted(Comparator.comparingLong(Subscription::key))
        .toList();
  }

  private static final Sql.Reader<Subscription> SUBSCRIPTION =
      row ->
          new Subscription(
              Keys.of(row.getString(1)),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8));

  /** Key of the first version of a process. */
  long firstVersion(String processId) {
    return Sql.list(
            "select ID_ from ACT_RE_PROCDEF where KEY_ = ?",
            row -> Keys.of(row.getString(1)),
            processId)
        .stream()
        .mapToLong(Long::longValue)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  boolean running(long instanceKey) {
    return Sql.exists("select 1 from ACT_RU_EXECUTION where ID_ = ?", Long.toString(instanceKey));
  }
}
