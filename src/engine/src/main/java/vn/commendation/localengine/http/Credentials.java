package vn.commendation.localengine.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The one name and secret, as HTTP's basic authentication writes them. */
public final class Credentials {

  /** What a refusal asks for. */
  public static final String CHALLENGE = "Basic realm=\"engine\"";

  private static final String SCHEME = "Basic ";

  private final byte[] wanted;

  public Credentials(String username, String password) {
    this.wanted =
        Base64.getEncoder().encode((username + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param authorization what was sent; null for nothing
   */
  public boolean areIn(String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            wanted,
            authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }
}
