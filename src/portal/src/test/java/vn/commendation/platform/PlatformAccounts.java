package vn.commendation.platform;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives everybody of the directory the same account in Tasklist and Operate. */
final class PlatformAccounts {

  private static final String INDEX = "/operate-user-1.2.0_";

  /** Operate creates these itself, with well-known passwords. */
  private static final List<String> WELL_KNOWN = List.of("view", "act");

  private final HttpCalls search;

  PlatformAccounts(HttpCalls search) {
    this.search = search;
  }

  /** A person of the directory with roles, empty if none, as the launcher shows it. */
  record Account(String username, String displayName, String roles) {}

  static List<Account> of(DataSource applicationData) {
    return new JdbcTemplate(applicationData)
        .query(
            """
            select a.username, a.display_name,
              coalesce(group_concat(r.role order by r.role separator ', '), '') as roles
            from account a left join account_role r on r.username = a.username
            where a.enabled group by a.username, a.display_name order by a.username
            """,
            (row, index) ->
                new Account(
                    row.getString("username"),
                    row.getString("display_name"),
                    row.getString("roles")));
  }

  void copyFrom(DataSource applicationData) {
    search.call(
        "POST",
        INDEX + "/_delete_by_query?refresh=true",
        Map.of("query", Map.of("terms", Map.of("_id", WELL_KNOWN))));
    new JdbcTemplate(applicationData)
        .query(
            """
            select a.username, a.display_name, a.password_hash,
              exists (select 1 from account_role r where r.username = a.username and r.role = 'ADMIN') as admin
            from account a where a.enabled
            """,
            row -> {
              put(
                  row.getString("username"),
                  row.getString("display_name"),
                  row.getString("password_hash"),
                  row.getBoolean("admin") ? "OWNER" : "OPERATOR");
            });
    search.call("POST", INDEX + "/_refresh", null);
  }

  private void put(String username, String displayName, String passwordHash, String role) {
    search.call(
        "PUT",
        INDEX + "/_doc/" + username,
        Map.of(
            "id", username,
            "userId", username,
            "displayName", displayName,
            "password", passwordHash,
            "roles", List.of(role)));
  }
}
