package io.linkspan.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A role that may log in and its password, which {@link #toString} leaves out.
 *
 * @param user the role as the catalogs hold it, not quoted
 */
public record Login(String user, String password) {
  private static final int PASSWORD_BYTES = 18;

  /** The user with a new random password of letters, digits, {@code -} and {@code _}. */
  static Login random(String user) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Login(user, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return user;
  }
}
