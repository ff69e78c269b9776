package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What `mvn` prints when everything has started. */
@LocalPlatformTest
class LocalLauncherIT {

  @Autowired private DataSource data;

  @Test
  void shouldPrintEveryAddressAndEveryAccount(LocalPlatform platform) {
    var table = LocalLauncher.table(platform, PlatformAccounts.of(data), 49);

    assertThat(table)
        .contains("Ready after 49 s.")
        .contains(platform.addresses().values())
        .containsPattern("giamdoc +Nguyễn Văn Hùng +DIRECTOR +" + LocalPlatform.DEMO_PASSWORD)
        .containsPattern("nhanvien1 +Lê Thị Bích Ngọc +" + LocalPlatform.DEMO_PASSWORD);
  }
}
