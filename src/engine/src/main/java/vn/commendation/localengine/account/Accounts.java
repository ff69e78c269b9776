package vn.commendation.localengine.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.operaton.bpm.engine.impl.identity.IdentityProviderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * The portal's accounts, read as they are at this moment from its views {@code engine_account} and
 * {@code engine_membership}. While they cannot be read nobody is known. A name is itself alone: the
 * database may take others for equal, such as one in capitals, but tasks are compared exactly.
 */
public final class Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private static final String BCRYPT = "{bcrypt}";

  /** Compared for a name nobody has, so that it takes as long as for one somebody has. */
  private static final String NOBODY = BCrypt.hashpw("nobody", BCrypt.gensalt(10));

  /** A person who may log in. */
  record Account(String username, String displayName) {}

  /** A candidate group of the models. */
  record Group(String id, String name) {}

  /** Somebody's place in a group; there is a group while somebody is in it. */
  record Membership(String username, Group group) {}

  private final DataSource portal;

  public Accounts(DataSource portal) {
    this.portal = portal;
  }

  List<Account> all() {
    return rows(
        "select username, display_name from engine_account order by username",
        row -> new Account(row.getString(1), row.getString(2)));
  }

  Optional<Account> find(String username) {
    return rows(
            "select username, display_name from engine_account where username = ?",
            row -> new Account(row.getString(1), row.getString(2)),
            username)
        .stream()
        .filter(account -> account.username().equals(username))
        .findFirst();
  }

  List<Membership> memberships() {
    return rows(
        "select username, group_id, group_name from engine_membership order by group_id, username",
        row -> new Membership(row.getString(1), new Group(row.getString(2), row.getString(3))));
  }

  List<Group> groupsOf(String username) {
    return rows(
            "select username, group_id, group_name from engine_membership where username = ?"
                + " order by group_id",
            row -> new Membership(row.getString(1), new Group(row.getString(2), row.getString(3))),
            username)
        .stream()
        .filter(membership -> membership.username().equals(username))
        .map(Membership::group)
        .toList();
  }

  /**
   * Whether somebody of this name may log in with this password; false if accounts are not read.
   */
  boolean matches(String username, String password) {
    Optional<String> found;
    try {
      found = passwordHash(username);
    } catch (IdentityProviderException e) {
      return false;
    }
    var hash = found.orElse(BCRYPT + NOBODY);
    if (!hash.startsWith(BCRYPT)) {
      LOG.warn("The password of {} is not kept as bcrypt: no log-in", username);
      return false;
    }
    return BCrypt.checkpw(password, hash.substring(BCRYPT.length())) && found.isPresent();
  }

  /** How the password of an account is kept now; empty if nobody of this name may log in. */
  public Optional<String> passwordHash(String username) {
    return rows(
            "select username, password_hash from engine_account where username = ?",
            row -> Map.entry(row.getString(1), row.getString(2)),
            username)
        .stream()
        .filter(account -> account.getKey().equals(username))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String query, Reader<T> reader, String... parameters) {
    try (var connection = portal.getConnection();
        var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (var result = statement.executeQuery()) {
        var rows = new ArrayList<T>();
        while (result.next()) {
          rows.add(reader.read(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      LOG.warn("The portal's accounts cannot be read: {}", e.getMessage());
      throw new IdentityProviderException("The portal's accounts cannot be read", e);
    }
  }
}
