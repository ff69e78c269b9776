package vn.commendation.localengine.message;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Sql;

/** The engine's own tables of messages. Every method is part of the transaction under way. */
final class MessageStore {

  /** A message that is kept, but for its variables. */
  record Kept(long key, Address address) {}

  /** An instance that a message with a correlation key started. */
  record Started(long instanceKey, String processId, String correlationKey) {}

  private static final String KEPT =
      "select KEY_, NAME_, CORRELATION_KEY_ from ENG_MESSAGE m where ";

  /** Within its time to live, or not yet with all who waited at its publication. */
  private static final String ALIVE = "(EXPIRES_AT_ > ? or PENDING_)";

  private static final String NOT_GIVEN =
      " and not exists (select 1 from ENG_MESSAGE_GIVEN where MESSAGE_KEY_ = m.KEY_"
          + " and PROCESS_ID_ = ?) order by KEY_ limit 1";

  private static final int BATCH = 500;

  /**
   * @param messageId empty for none
   * @return false if the same message is kept
   */
  boolean insert(
      long key,
      Address address,
      String messageId,
      long publishedAt,
      long expiresAt,
      byte[] variables) {
    var identity = messageId.isEmpty() ? null : address.identity(messageId);
    if (identity != null) {
      Sql.update(
          "update ENG_MESSAGE set IDENTITY_ = null where IDENTITY_ = ? and EXPIRES_AT_ <= ?",
          identity,
          publishedAt);
    }
    return Sql.inserted(
        "insert into ENG_MESSAGE (KEY_, NAME_, CORRELATION_KEY_, MESSAGE_ID_, ADDRESS_, IDENTITY_,"
            + " PUBLISHED_AT_, EXPIRES_AT_, PENDING_, VARIABLES_)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, true, ?)",
        key,
        address.name(),
        address.key(),
        messageId.isEmpty() ? null : messageId,
        address.hash(),
        identity,
        publishedAt,
        expiresAt,
        variables);
  }

  /** All who waited at its publication have the message. */
  void settle(long messageKey, long now) {
    Sql.update("delete from ENG_MESSAGE where KEY_ = ? and EXPIRES_AT_ <= ?", messageKey, now);
    Sql.update("update ENG_MESSAGE set PENDING_ = false where KEY_ = ?", messageKey);
  }

  /** All who wait have the messages of an address. */
  void settle(Address address, long now) {
    Sql.list(
            "select KEY_ from ENG_MESSAGE where ADDRESS_ = ? and PENDING_",
            row -> row.getLong(1),
            address.hash())
        .forEach(key -> settle(key, now));
  }

  boolean anyAlive(Address address, long now) {
    return Sql.exists(
        "select 1 from ENG_MESSAGE where ADDRESS_ = ? and " + ALIVE + " limit 1",
        address.hash(),
        now);
  }

  /** The message published first that a process did not have. */
  Optional<Kept> firstFor(String processId, Address address, long now) {
    return first(
        KEPT + "ADDRESS_ = ? and " + ALIVE + NOT_GIVEN, List.of(address.hash(), now, processId));
  }

  /**
   * The message with a correlation key published first that may start an instance of a process.
   *
   * @param names of the start events of the process
   * @param firstVersion key of its first version: no message from before it starts anything
   */
  Optional<Kept> firstToStart(
      String processId, Collection<String> names, String key, long firstVersion, long now) {
    var parameters = new ArrayList<Object>();
    names.forEach(name -> parameters.add(new Address(name, key).hash()));
    Collections.addAll(parameters, firstVersion, now, processId);
    return first(
        KEPT
            + "ADDRESS_ in ("
            + Sql.places(names.size())
            + ") and KEY_ > ? and "
            + ALIVE
            + NOT_GIVEN,
        parameters);
  }

  /** The message without correlation key published first that starts an instance of a process. */
  Optional<Kept> firstToStart(String processId, Address address) {
    return first(
        KEPT + "ADDRESS_ = ? and PENDING_" + NOT_GIVEN, List.of(address.hash(), processId));
  }

  private static Optional<Kept> first(String query, List<Object> parameters) {
    return Sql.list(
            query,
            row -> new Kept(row.getLong(1), new Address(row.getString(2), row.getString(3))),
            parameters.toArray())
        .stream()
        .findFirst();
  }

  /** Addresses of all messages that are kept, that of the first published first. */
  List<Address> addresses(long now) {
    return Sql.list(
        "select NAME_, CORRELATION_KEY_ from ENG_MESSAGE where KEY_ in (select min(KEY_) from"
            + " ENG_MESSAGE where EXPIRES_AT_ > ? group by ADDRESS_) order by KEY_",
        row -> new Address(row.getString(1), row.getString(2)),
        now);
  }

  /** Addresses of messages that may not be with all who waited at their publication. */
  List<Address> pending() {
    return Sql.list(
        "select NAME_, CORRELATION_KEY_ from ENG_MESSAGE where PENDING_ order by KEY_",
        row -> new Address(row.getString(1), row.getString(2)));
  }

  /**
   * Notes that a process has a message; fails if the message is not kept any more.
   *
   * @return false if the process had it before
   */
  boolean give(long messageKey, String processId) {
    return Sql.inserted(
        "insert into ENG_MESSAGE_GIVEN (MESSAGE_KEY_, PROCESS_ID_) values (?, ?)",
        messageKey,
        processId);
  }

  Map<String, Object> variables(long messageKey) {
    return Sql.list(
            "select VARIABLES_ from ENG_MESSAGE where KEY_ = ?",
            row -> Json.variables(new String(row.getBytes(1), StandardCharsets.UTF_8)),
            messageKey)
        .getFirst();
  }

  /** Keeps for searches what went where. */
  void record(Kept message, Subscription subscription, long instanceKey) {
    Sql.update(
        "insert into ENG_CORRELATION (MESSAGE_KEY_, SUBSCRIPTION_KEY_, MESSAGE_NAME_,"
            + " CORRELATION_KEY_, PROCESS_ID_, DEFINITION_KEY_, INSTANCE_KEY_, ELEMENT_ID_,"
            + " ELEMENT_INSTANCE_KEY_, TIME_) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        message.key(),
        subscription.key(),
        message.address().name(),
        message.address().key(),
        subscription.processId(),
        Keys.of(subscription.definitionId()),
        instanceKey,
        subscription.elementId(),
        subscription.elementInstanceKey(),
        new Timestamp(ClockUtil.getCurrentTime().getTime()));
  }

  /** Key of the last instance of a process that a message with this correlation key started. */
  OptionalLong started(String processId, Address address) {
    return Sql.list(
            "select INSTANCE_KEY_ from ENG_MESSAGE_START where PROCESS_ID_ = ? and"
                + " CORRELATION_HASH_ = ?",
            row -> row.getLong(1),
            processId,
            address.keyHash())
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  Optional<Started> started(long instanceKey) {
    return Sql.list(
            "select PROCESS_ID_, CORRELATION_KEY_ from ENG_MESSAGE_START where INSTANCE_KEY_ = ?",
            row -> new Started(instanceKey, row.getString(1), row.getString(2)),
            instanceKey)
        .stream()
        .findFirst();
  }

  List<Started> started() {
    return Sql.list(
        "select INSTANCE_KEY_, PROCESS_ID_, CORRELATION_KEY_ from ENG_MESSAGE_START"
            + " order by INSTANCE_KEY_",
        row -> new Started(row.getLong(1), row.getString(2), row.getString(3)));
  }

  /** Fails if another instance of the process has the correlation key. */
  void start(String processId, Address address, long instanceKey) {
    Sql.update(
        "insert into ENG_MESSAGE_START (INSTANCE_KEY_, PROCESS_ID_, CORRELATION_KEY_,"
            + " CORRELATION_HASH_) values (?, ?, ?, ?)",
        instanceKey,
        processId,
        address.key(),
        address.keyHash());
  }

  /**
   * The instance is of another process.
   *
   * @return false if another instance of that process has the correlation key
   */
  boolean move(long instanceKey, String processId) {
    return Sql.inserted(
        "update ENG_MESSAGE_START set PROCESS_ID_ = ? where INSTANCE_KEY_ = ?",
        processId,
        instanceKey);
  }

  void end(long instanceKey) {
    Sql.update("delete from ENG_MESSAGE_START where INSTANCE_KEY_ = ?", instanceKey);
  }

  /**
   * Removes some whose time to live has passed.
   *
   * @return whether there may be more
   */
  boolean removeExpired(long now) {
    return Sql.update(
            "delete from ENG_MESSAGE where EXPIRES_AT_ <= ? and not PENDING_ limit " + BATCH, now)
        == BATCH;
  }

  OptionalLong nextExpiry() {
    return Sql.list(
            "select EXPIRES_AT_ from ENG_MESSAGE where not PENDING_ order by EXPIRES_AT_ limit 1",
            row -> row.getLong(1))
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /**
   * @return how many messages there were
   */
  int clear() {
    Sql.update("delete from ENG_MESSAGE_START");
    Sql.update("delete from ENG_CORRELATION");
    return Sql.update("delete from ENG_MESSAGE");
  }
}
