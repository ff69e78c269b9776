package vn.commendation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

class PortsTest {

  private static final String LISTENING =
      "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
          + "     0        0 4711 1 0000000000000000 100 0 0 10 0";

  @Test
  void shouldSayThatAPortIsTakenAndForWhatItIsNeeded() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree("the portal", "127.0.0.1", taken.getLocalPort()))
          .isInstanceOf(PlatformException.class)
          .hasMessageStartingWith(
              "Port %d, needed for the portal, is taken by ".formatted(taken.getLocalPort()));
    }
  }

  @Test
  @EnabledOnOs(LINUX)
  void shouldNameTheProcessThatHoldsAPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.owner(taken.getLocalPort()))
          .hasValueSatisfying(
              owner -> assertThat(owner).contains("process " + ProcessHandle.current().pid()));
    }
  }

  @Test
  void shouldFindTheSocketThatListensAndNoOther() {
    assertThat(Ports.listeningInode(LISTENING, 8080)).contains("4711");
    assertThat(Ports.listeningInode(LISTENING, 8081)).isEmpty();
    assertThat(Ports.listeningInode(LISTENING.replace(" 0A ", " 01 "), 8080)).isEmpty();
    assertThat(Ports.listeningInode("  sl  local_address rem_address   st", 8080)).isEmpty();
  }
}
