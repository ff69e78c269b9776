package vn.commendation.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The ports everything listens on: the documented ones, or free ones for a test run. */
record Ports(int portal, int web, int rest, int grpc, int database, int smtp, int mailPage) {

  static Ports documented() {
    return new Ports(8090, 8080, 8088, 26500, 13306, 1025, 8025);
  }

  static Ports free() {
    Set<Integer> taken = new HashSet<>();
    return new Ports(
        next(taken), next(taken), next(taken), next(taken), next(taken), next(taken), next(taken));
  }

  private static int next(Set<Integer> taken) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.add(socket.getLocalPort()) ? socket.getLocalPort() : next(taken);
    } catch (IOException e) {
      throw new PlatformException("No free port on this machine.", e);
    }
  }

  static void requireFree(String user, String address, int port) {
    if (!isFree(address, port)) {
      throw new PlatformException(
          "Port %d, needed for %s, is taken by %s."
              .formatted(port, user, owner(port).orElse("another program")));
    }
  }

  static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Who listens on the port, as far as this system and this user's rights tell. */
  static Optional<String> owner(int port) {
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try (Stream<String> lines = Files.lines(Path.of(table))) {
        lines.flatMap(line -> listeningInode(line, port).stream()).forEach(inodes::add);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holdsSocket(process.pid(), inodes))
        .findFirst()
        .map(process -> "process " + process.pid() + commandOf(process));
  }

  /** Fields of a line of /proc/net/tcp: slot, local address, remote address, state (0A: listen)… */
  static Optional<String> listeningInode(String line, int port) {
    String[] fields = line.strip().split("\\s+");
    boolean listens =
        fields.length > 9 && fields[3].equals("0A") && fields[1].endsWith(":%04X".formatted(port));
    return listens ? Optional.of(fields[9]) : Optional.empty();
  }

  private static boolean holdsSocket(long pid, Set<String> inodes) {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return descriptors.anyMatch(descriptor -> inodes.contains(inodeOf(descriptor)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String inodeOf(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().replaceAll("socket:\\[(\\d+)]", "$1");
    } catch (IOException e) {
      return "";
    }
  }

  private static String commandOf(ProcessHandle process) {
    String command = process.info().commandLine().or(process.info()::command).orElse("");
    return command.isEmpty()
        ? ""
        : " (" + (command.length() > 100 ? command.substring(0, 99) + "…" : command) + ")";
  }
}
