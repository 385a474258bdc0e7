package dev.layerscope.work;

import java.util.regex.Pattern;

/**
 * Logins within addresses: {@code https://robin:token@host/path}. Nobody needs to see one, and
 * whatever is printed, shown or written down may be handed on; so they are taken out of it.
 */
public final class Logins {
  private static final Pattern ANY =
      Pattern.compile("(?i)\\b((?:https?|ftp|oci|git)://)[^/@\\s\"'<>`]*@");
  private static final Pattern OF_SSH =
      Pattern.compile("(?i)\\b((?:[a-z+]*ssh[a-z+]*)://[^/@:\\s\"'<>`]*):[^/@\\s\"'<>`]*@");

  private Logins() {}

  /** The same text; of an address over SSH the user stays, which is none of a secret. */
  public static String hidden(String text) {
    if (text.indexOf("://") < 0 || text.indexOf('@') < 0) {
      return text;
    }
    String open = ANY.matcher(text).replaceAll("$1");
    return OF_SSH.matcher(open).replaceAll("$1@");
  }
}
