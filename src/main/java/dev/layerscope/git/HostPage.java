package dev.layerscope.git;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a git host that show a repository, a commit or a line of a file: GitHub, GitLab,
 * Bitbucket (Cloud and Data Center), Azure DevOps, and Gitea with Forgejo, told by the host's name
 * or the form of the address. The address may be spelt for HTTP or for SSH. Nothing is asked of the
 * network; user names and passwords never get into a page's address.
 */
public final class HostPage {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:[^@/]*@)?(?<host>[^/:@]+)(?::(?<port>\\d+)(?=/))?[:/]+(?<path>.+?)(?:\\.git)?/*");
  private static final Pattern AZURE_SSH = Pattern.compile("v3/([^/]+)/([^/]+)/([^/]+)");
  private static final Pattern AZURE_OLD =
      Pattern.compile("(?:DefaultCollection/)?(?:([^/]+)/)?_git/([^/]+)");
  private static final Pattern BITBUCKET = Pattern.compile("(?:scm/)?(~?)([^/]+)/([^/]+)");

  private final Kind kind;
  private final String base;

  /** The hosts whose pages are known. */
  public enum Kind {
    GITHUB,
    GITLAB,
    BITBUCKET_CLOUD,
    BITBUCKET_SERVER,
    AZURE,
    GITEA
  }

  private HostPage(Kind kind, String base) {
    this.kind = kind;
    this.base = base;
  }

  /** Where a repository's pages are; empty for a folder, and for a host that is not known. */
  public static Optional<HostPage> of(RepoUrl repository) {
    String text = repository.text().strip();
    Matcher m = ADDRESS.matcher(text);
    if (text.startsWith("/") || text.startsWith(".") || text.startsWith("file:") || !m.matches()) {
      return Optional.empty();
    }
    String scheme = m.group("scheme") == null ? "ssh" : m.group("scheme").toLowerCase(Locale.ROOT);
    // Some hosts have another name for SSH where only the web's port is let through.
    String host =
        m.group("host").toLowerCase(Locale.ROOT).replaceFirst("^(ssh\\.(?=github)|altssh\\.)", "");
    String path = m.group("path");
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web && !scheme.equals("ssh") && !scheme.equals("git")) {
      return Optional.empty();
    }
    String port = web && m.group("port") != null ? ":" + m.group("port") : "";
    String origin = (scheme.equals("http") ? "http://" : "https://") + host + port;
    return kind(host, path, m.group("port")).flatMap(kind -> of(kind, origin, host, path));
  }

  private static Optional<Kind> kind(String host, String path, String port) {
    if (host.endsWith("dev.azure.com") || host.endsWith("visualstudio.com")) {
      return Optional.of(Kind.AZURE);
    }
    if (host.equals("bitbucket.org")) {
      return Optional.of(Kind.BITBUCKET_CLOUD);
    }
    if (path.startsWith("scm/") || host.contains("bitbucket") || "7999".equals(port)) {
      return Optional.of(Kind.BITBUCKET_SERVER);
    }
    if (path.contains("/_git/")) {
      return Optional.of(Kind.AZURE);
    }
    if (host.contains("gitlab")) {
      return Optional.of(Kind.GITLAB);
    }
    if (host.contains("github")) {
      return Optional.of(Kind.GITHUB);
    }
    boolean gitea =
        host.contains("gitea") || host.contains("forgejo") || host.equals("codeberg.org");
    return gitea ? Optional.of(Kind.GITEA) : Optional.empty();
  }

  private static Optional<HostPage> of(Kind kind, String origin, String host, String path) {
    return switch (kind) {
      case GITHUB, GITLAB, BITBUCKET_CLOUD, GITEA ->
          path.contains("/")
              ? Optional.of(new HostPage(kind, origin + "/" + kept(path)))
              : Optional.empty();
      case BITBUCKET_SERVER -> {
        Matcher m = BITBUCKET.matcher(path);
        yield m.matches()
            ? Optional.of(
                new HostPage(
                    kind,
                    "%s/%s/%s/repos/%s"
                        .formatted(
                            origin,
                            m.group(1).isEmpty() ? "projects" : "users",
                            kept(m.group(2)),
                            kept(m.group(3)))))
            : Optional.empty();
      }
      case AZURE -> azure(origin, host, path).map(base -> new HostPage(kind, base));
    };
  }

  private static Optional<String> azure(String origin, String host, String path) {
    Matcher ssh = AZURE_SSH.matcher(path);
    if (ssh.matches()) {
      return Optional.of(
          "https://dev.azure.com/"
              + kept(ssh.group(1) + "/" + ssh.group(2))
              + "/_git/"
              + kept(ssh.group(3)));
    }
    boolean complete = path.contains("/_git/") || AZURE_OLD.matcher(path).matches();
    return complete && !host.startsWith("ssh.") && !host.startsWith("vs-ssh.")
        ? Optional.of(origin + "/" + kept(path))
        : Optional.empty();
  }

  public Kind kind() {
    return kind;
  }

  /** The repository's own page. */
  public String repository() {
    return kind == Kind.BITBUCKET_SERVER ? base + "/browse" : base;
  }

  /**
   * The page of a commit.
   *
   * @param id 40 hex digits
   */
  public String commit(String id) {
    return switch (kind) {
      case GITHUB, GITEA, AZURE -> base + "/commit/" + id;
      case GITLAB -> base + "/-/commit/" + id;
      case BITBUCKET_CLOUD, BITBUCKET_SERVER -> base + "/commits/" + id;
    };
  }

  /**
   * The page of a file as it was at a commit.
   *
   * @param commit 40 hex digits
   * @param path slash-separated; empty for the root
   * @param line 1-based; 0 for the whole file or a folder
   */
  public String file(String commit, String path, int line) {
    String file = escaped(path);
    String at = line > 0 ? "#L" + line : "";
    return switch (kind) {
      case GITHUB -> base + (line > 0 ? "/blob/" : "/tree/") + commit + "/" + file + at;
      case GITLAB -> base + (line > 0 ? "/-/blob/" : "/-/tree/") + commit + "/" + file + at;
      case GITEA -> base + "/src/commit/" + commit + "/" + file + at;
      case BITBUCKET_CLOUD ->
          base + "/src/" + commit + "/" + file + (line > 0 ? "#lines-" + line : "");
      case BITBUCKET_SERVER ->
          base + "/browse/" + file + "?at=" + commit + (line > 0 ? "#" + line : "");
      case AZURE ->
          base
              + "?path="
              + URLEncoder.encode("/" + path, StandardCharsets.UTF_8)
              + "&version=GC"
              + commit
              + (line > 0
                  ? "&line=%d&lineEnd=%d&lineStartColumn=1&lineEndColumn=1"
                      .formatted(line, line + 1)
                  : "");
    };
  }

  /** The segments of an address: those that are escaped already stay so. */
  private static String kept(String path) {
    return path.contains("%") ? path : escaped(path);
  }

  private static String escaped(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~")
        .replace("%2F", "/");
  }
}
