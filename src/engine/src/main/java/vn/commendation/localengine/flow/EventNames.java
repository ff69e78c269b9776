package vn.commendation.localengine.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a waiting element is found by message name and correlation key: Operaton knows only the names
 * of events, so a subscription's name is made of both. Start events have the message name alone.
 */
public final class EventNames {

  private static final char SEPARATOR = '\u001f';
  private static final int LONGEST = 255;

  private EventNames() {}

  /** Name of the event subscription that waits for a message with a key. */
  public static String of(String messageName, String correlationKey) {
    var name = messageName + SEPARATOR + correlationKey;
    return fits(name) ? name : "sha256" + SEPARATOR + hash(name);
  }

  /** The column has no characters beyond the basic plane, and takes no notice of a last space. */
  private static boolean fits(String name) {
    return name.length() <= LONGEST
        && !name.endsWith(" ")
        && name.chars().noneMatch(each -> Character.isSurrogate((char) each));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
