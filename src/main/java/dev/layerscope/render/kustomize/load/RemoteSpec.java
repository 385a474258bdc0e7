package dev.layerscope.render.kustomize.load;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository written as a path: {@code https://host/org/repo//path?ref=v1}, {@code
 * github.com/org/repo/path}, {@code git@host:org/repo.git}.
 *
 * @param url of the repository
 * @param path inside it; empty for the root
 * @param ref branch, tag or commit; empty for the default branch
 */
public record RemoteSpec(String url, String path, String ref) {
  private static final Pattern START =
      Pattern.compile(
          "^(?:git::)?(?<scheme>ssh://|https://|http://|file://)?(?<user>[a-zA-Z][a-zA-Z0-9-]*@)?",
          Pattern.CASE_INSENSITIVE);

  /** Empty when the text is no address of a repository. */
  public static Optional<RemoteSpec> parse(String text) {
    if (text.startsWith("/")) {
      return Optional.empty();
    }
    int query = text.indexOf('?');
    String address = query < 0 ? text : text.substring(0, query);
    String ref = query < 0 ? "" : ref(text.substring(query + 1));
    Matcher start = START.matcher(address);
    if (!start.find()) {
      return Optional.empty();
    }
    String scheme = Optional.ofNullable(start.group("scheme")).orElse("").toLowerCase(Locale.ROOT);
    String user = Optional.ofNullable(start.group("user")).orElse("");
    String rest = address.substring(start.end());
    String lower = rest.toLowerCase(Locale.ROOT);
    boolean github = lower.startsWith("github.com/") || lower.startsWith("github.com:");
    if (scheme.isEmpty() && user.isEmpty() && !github) {
      return Optional.empty();
    }
    if (scheme.equals("file://")) {
      return split(scheme + user, rest, Integer.MAX_VALUE, ref);
    }
    int slash = rest.indexOf('/');
    int colon = scheme.isEmpty() ? rest.indexOf(':') : -1;
    int end = colon > 0 && (slash < 0 || colon < slash) ? colon : slash;
    if (end <= 0) {
      return Optional.empty();
    }
    String host = scheme + user + rest.substring(0, end + 1);
    if (github) {
      host =
          scheme.equals("ssh://") || !user.isEmpty() ? user + "github.com:" : "https://github.com/";
    }
    return split(host, rest.substring(end + 1), 2, ref);
  }

  private static Optional<RemoteSpec> split(String host, String rest, int segments, String ref) {
    int azure = rest.indexOf("_git/");
    int mark = rest.indexOf("//");
    int git = rest.indexOf(".git");
    String repository;
    String path;
    if (azure >= 0) {
      int next = rest.indexOf('/', azure + 5);
      repository = next < 0 ? rest : rest.substring(0, next);
      path = next < 0 ? "" : rest.substring(next + 1);
    } else if (mark >= 0) {
      repository = rest.substring(0, mark);
      path = rest.substring(mark + 2);
    } else if (git >= 0) {
      repository = rest.substring(0, git + 4);
      path = rest.substring(git + 4);
    } else {
      int end = nth(rest, segments);
      if (segments < Integer.MAX_VALUE && rest.split("/", -1).length < segments) {
        return Optional.empty();
      }
      repository = end < 0 ? rest : rest.substring(0, end);
      path = end < 0 ? "" : rest.substring(end + 1);
    }
    if (repository.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RemoteSpec(host + repository, path.startsWith("/") ? path.substring(1) : path, ref));
  }

  private static int nth(String text, int count) {
    int at = -1;
    for (int i = 0; i < count; i++) {
      at = text.indexOf('/', at + 1);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static String ref(String query) {
    String ref = "";
    String version = "";
    for (String part : query.split("&")) {
      if (part.startsWith("ref=")) {
        ref = part.substring(4);
      } else if (part.startsWith("version=")) {
        version = part.substring(8);
      }
    }
    return ref.isEmpty() ? version : ref;
  }
}
