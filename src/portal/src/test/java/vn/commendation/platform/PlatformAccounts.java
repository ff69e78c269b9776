package vn.commendation.platform;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who can log in, as the launcher shows it. */
final class PlatformAccounts {

  private PlatformAccounts() {}

  /** A person of the directory with roles, empty if none. */
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
}
