package dev.layerscope.git;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository as somebody wrote it. Two notions of "the same" exist and are kept
 * apart (specification §7.1): {@link #argoEquals} is Argo CD's textual one, used for projects and
 * credentials; {@link #sameRepositoryAs} finds the clone whatever the spelling.
 */
public record RepoUrl(String text) {
  private static final int MOST_REMEMBERED = 10_000;
  private static final Map<String, String> IDENTITIES = new ConcurrentHashMap<>();
  private static final Map<String, String> NORMALIZED = new ConcurrentHashMap<>();
  private static final Pattern SCP_LIKE = Pattern.compile("^(ssh://)?([^/:]*?)@[^@]+$");
  private static final Pattern CREDENTIALS =
      Pattern.compile("^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<user>[^/]*)@");
  private static final Pattern HOST_AND_PATH =
      Pattern.compile(
          "^(?:(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^/]*@)?|(?:[^@/:]*@)?)(?<host>[^/:]*)(?::(?<port>\\d+))?[:/]+(?<path>.*)$",
          Pattern.CASE_INSENSITIVE);

  /**
   * Argo CD's normal form; empty when the text is no URL to it. Two invalid URLs are equal, as they
   * are to Argo CD.
   */
  public String argoNormalized() {
    return remembered(NORMALIZED, text, RepoUrl::argoNormalized);
  }

  private static String argoNormalized(String text) {
    String r = text.strip().toLowerCase(Locale.ROOT);
    if (SCP_LIKE.matcher(r).matches() && !r.startsWith("ssh://")) {
      r = "ssh://" + r.replaceFirst(":", "/");
    }
    r = r.endsWith(".git") ? r.substring(0, r.length() - 4) : r;
    return GoUrl.print(r).map(url -> url.startsWith("ssh://") ? url.substring(6) : url).orElse("");
  }

  /** Argo CD's {@code SameURL}: normal forms are equal and not empty. */
  public boolean argoEquals(RepoUrl other) {
    String mine = argoNormalized().isEmpty() ? text : argoNormalized();
    String theirs = other.argoNormalized().isEmpty() ? other.text : other.argoNormalized();
    return mine.equals(theirs) && !mine.isEmpty();
  }

  /**
   * Whether both lead to one repository on one host, whatever scheme, user, default port or suffix
   * they carry.
   */
  public boolean sameRepositoryAs(RepoUrl other) {
    return identity().equals(other.identity());
  }

  /**
   * What {@link #sameRepositoryAs} compares: {@code host/path}, or the path of a local repository.
   */
  public String identity() {
    return remembered(IDENTITIES, text, RepoUrl::identity);
  }

  /** An estate has few addresses, and every Application asks about one. */
  private static String remembered(
      Map<String, String> known, String text, UnaryOperator<String> reading) {
    String before = known.get(text);
    if (before != null) {
      return before;
    }
    String read = reading.apply(text);
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(text, read);
    return read;
  }

  private static String identity(String text) {
    String r = stripSuffixes(text.strip());
    if (r.startsWith("file://")) {
      return stripSuffixes(r.substring(7));
    }
    if (r.startsWith("/") || r.startsWith(".")) {
      return r;
    }
    Matcher m = HOST_AND_PATH.matcher(r);
    if (!m.matches()) {
      return r;
    }
    String port =
        Optional.ofNullable(m.group("port"))
            .filter(p -> !isDefaultPort(p, m.group("scheme")))
            .orElse("");
    String host = m.group("host").toLowerCase(Locale.ROOT) + (port.isEmpty() ? "" : ":" + port);
    return host + "/" + m.group("path");
  }

  /** The address of another repository beside this one, on the same host. */
  public RepoUrl beside(String name) {
    int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf(':'));
    return new RepoUrl(text.substring(0, slash + 1) + name + (text.endsWith(".git") ? ".git" : ""));
  }

  /** The user of an address that Argo CD takes for SSH; empty for every other address. */
  public Optional<String> sshUser() {
    Matcher m = SCP_LIKE.matcher(text);
    return m.matches() ? Optional.of(m.group(2)) : Optional.empty();
  }

  /** The last segment without {@code .git}: what people call the repository. */
  public String shortName() {
    String identity = identity();
    return identity.substring(identity.lastIndexOf('/') + 1);
  }

  /**
   * The text without a user, password or token, fit for a screen or a log; the user of an SSH
   * address stays.
   */
  public String display() {
    String r = text.strip();
    Matcher m = CREDENTIALS.matcher(r);
    if (!m.find()) {
      return r;
    }
    String user =
        m.group("scheme").equalsIgnoreCase("ssh")
            ? m.group("user").replaceFirst(":.*", "") + "@"
            : "";
    return m.group("scheme") + "://" + user + r.substring(m.end());
  }

  private static boolean isDefaultPort(String port, String scheme) {
    return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
      case "https" -> port.equals("443");
      case "http" -> port.equals("80");
      case "ssh" -> port.equals("22");
      default -> false;
    };
  }

  private static String stripSuffixes(String url) {
    String r = url;
    while (r.length() > 1 && r.endsWith("/")) {
      r = r.substring(0, r.length() - 1);
    }
    return r.endsWith(".git") ? r.substring(0, r.length() - 4) : r;
  }

  /** Asked of every source of an estate, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof RepoUrl that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return display();
  }
}
