package vn.commendation.localengine.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.commendation.localengine.flow.EventNames;

/** Whom a message is for: what waits for its name and correlation key. */
record Address(String name, String key) {

  /** Name of the subscriptions of running instances. */
  String eventName() {
    return EventNames.of(name, key);
  }

  byte[] hash() {
    return hash(name, key);
  }

  /** What makes a message with an id the same as another. */
  byte[] identity(String messageId) {
    return hash(name, key, messageId);
  }

  byte[] keyHash() {
    return hash(key);
  }

  /** Lengths stand before the texts, so that no two lists of texts look alike. */
  private static byte[] hash(String... texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var text : texts) {
        digest.update((text.length() + ":" + text).getBytes(StandardCharsets.UTF_8));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
