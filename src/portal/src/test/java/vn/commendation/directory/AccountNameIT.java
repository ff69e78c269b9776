package vn.commendation.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.platform.LocalPlatformTest;

/** An account keeps its name, whether or not it has a role. */
@LocalPlatformTest
class AccountNameIT {

  @Autowired private JdbcClient jdbc;

  @Test
  void shouldNeitherBeRenamedNorDeleted() {
    jdbc.sql(
            """
            insert into account (username, person_id, display_name, password_hash, email)
            select 'maiden', person_id, display_name, password_hash, email from account
            where username = 'nhanvien1'""")
        .update();
    jdbc.sql("update account set enabled = false where username = 'maiden'").update();

    refused("update account set username = 'married' where username = 'maiden'");
    refused("delete from account where username = 'maiden'");
  }

  private void refused(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("an_account_keeps_its_name");
  }
}
