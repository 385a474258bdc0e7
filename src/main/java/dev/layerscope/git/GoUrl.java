package dev.layerscope.git;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * As much of Go's {@code net/url} as Argo CD's normal form shows: what parses, and how it is
 * printed again. Only called with lower-case text.
 */
final class GoUrl {
  private GoUrl() {}

  /** The URL as Go prints what it parsed; empty when Go would not parse it. */
  static Optional<String> print(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) < ' ' || url.charAt(i) == 0x7f) {
        return Optional.empty();
      }
    }
    int scheme = url.indexOf("://");
    if (scheme <= 0 || !url.substring(0, scheme).matches("[a-z][a-z0-9+.-]*")) {
      return printWithoutScheme(url);
    }
    String rest = url.substring(scheme + 3);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    int at = authority.lastIndexOf('@');
    String host = authority.substring(at + 1);
    if (!validPort(host) || host.contains(" ") || path.contains("%") && !validEscapes(path)) {
      return Optional.empty();
    }
    String user = at < 0 ? "" : authority.substring(0, at).replace("@", "%40") + "@";
    return Optional.of(url.substring(0, scheme) + "://" + user + host + escape(path));
  }

  private static Optional<String> printWithoutScheme(String url) {
    int colon = url.indexOf(':');
    int slash = url.indexOf('/');
    // Go: "first path segment in URL cannot contain colon", and a scheme must not be missing before
    // a colon.
    if (colon == 0
        || colon > 0
            && (slash < 0 || colon < slash)
            && !url.substring(0, colon).matches("[a-z][a-z0-9+.-]*")) {
      return Optional.empty();
    }
    return validEscapes(url) ? Optional.of(escape(url)) : Optional.empty();
  }

  private static boolean validPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0
        || host.endsWith("]")
        || host.substring(colon + 1).chars().allMatch(Character::isDigit);
  }

  private static boolean validEscapes(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length()
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String escape(String path) {
    var out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
      out.append(plain ? String.valueOf(c) : "%" + String.format("%02X", (int) c));
    }
    return out.toString();
  }
}
