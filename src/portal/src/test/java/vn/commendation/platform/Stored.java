package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application stores some time after it was asked for. */
public final class Stored {

  private final JdbcClient jdbc;

  public Stored(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Key of the process instance that carries a row, once one does. */
  public long instance(String table, Object id) {
    return await()
        .until(
            () ->
                jdbc.sql(
                        "select coalesce(process_instance_key, 0) from %s where id = ?"
                            .formatted(table))
                    .param(id)
                    .query(Long.class)
                    .single(),
            key -> key != 0);
  }

  /** Waits until somebody was told something that leads to this page. */
  public void awaitNotice(String username, String key, String page) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select path from notice where username = ? and text_key = ?")
                            .params(username, key)
                            .query(String.class)
                            .list())
                    .anySatisfy(path -> assertThat(path).contains(page)));
  }

  /** Waits until somebody was sent a mail whose subject has all these parts. */
  public void awaitMail(String recipient, String... parts) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select subject from mail
                                where recipient = ? and sent_at is not null""")
                            .param(recipient)
                            .query(String.class)
                            .list())
                    .anySatisfy(subject -> assertThat(subject).contains(parts)));
  }
}
