package vn.commendation.directory;

import java.util.Arrays;
import java.util.Set;

/** A login, the same in the portal and the engine's pages, and the person behind it. */
public record Account(
    String username, String displayName, String email, Person person, Set<Role> roles) {

  /** Tells whether this account has at least one of the roles. */
  public boolean has(Role... any) {
    return Arrays.stream(any).anyMatch(roles::contains);
  }
}
