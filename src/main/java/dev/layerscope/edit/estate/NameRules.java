package dev.layerscope.edit.estate;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.git.RepoUrl;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may stand in the fields of an intention, checked before anything is written with it: names
 * as Kubernetes takes them (RFC 1123 labels), URLs as Argo CD reads them.
 */
public final class NameRules {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern URL =
      Pattern.compile("(?:[a-z][a-z0-9+.-]*://[^\\s/]+/\\S+|[^\\s@/:]+@[^\\s:/]+:\\S+)");
  private static final int LONGEST = 63;
  private static final Set<String> RESERVED = Set.of("default", "openshift");

  private NameRules() {}

  /** A name that can be an Application, a project and a part of other names. */
  public static void team(String name) throws RefusedException {
    label("name", name);
    if (name.equals("default")) {
      throw new RefusedException(
          "The name “default” is taken: every Argo CD has a project of that name.",
          "Choose another name.");
    }
  }

  /** A name of a layer, a cluster or an Application. */
  public static void name(String name) throws RefusedException {
    label("name", name);
  }

  /** A namespace things may be delivered to. */
  public static void destination(String namespace) throws RefusedException {
    label("namespace", namespace);
  }

  /** A namespace a team may own. */
  public static void namespace(String namespace, String controlPlane) throws RefusedException {
    label("namespace", namespace);
    boolean system =
        RESERVED.contains(namespace)
            || namespace.startsWith("kube-")
            || namespace.startsWith("openshift-")
            || namespace.equals(controlPlane);
    if (system) {
      throw new RefusedException(
          "The namespace “" + namespace + "” belongs to the platform.",
          "Choose another namespace.");
    }
  }

  private static void label(String what, String text) throws RefusedException {
    if (text.isEmpty()) {
      throw new RefusedException("The " + what + " is missing.", "");
    }
    if (text.length() > LONGEST) {
      throw new RefusedException(
          "The " + what + " “" + text + "” is longer than " + LONGEST + " characters.", "");
    }
    if (!LABEL.matcher(text).matches()) {
      throw new RefusedException(
          "The " + what + " “" + text + "” is no Kubernetes name.",
          "Use lower-case letters, digits and dashes, with a letter or digit at both ends.");
    }
  }

  /** A group of people; its spelling is the login's own business. */
  public static void group(String group) throws RefusedException {
    boolean odd = group.isBlank() || !group.equals(group.strip());
    if (odd || group.codePoints().anyMatch(Character::isISOControl)) {
      throw new RefusedException(
          "The group “"
              + group.strip()
              + "” is empty or has blanks or control characters around it.",
          "");
    }
  }

  /** The address of a repository. */
  public static void url(RepoUrl url) throws RefusedException {
    boolean wild = url.text().indexOf('*') >= 0 || url.text().startsWith("!");
    if (!URL.matcher(url.text()).matches() || url.argoNormalized().isEmpty() || wild) {
      throw new RefusedException(
          "“" + url.display() + "” is no address of a repository.",
          "Write it as https://host/path.git, ssh://git@host/path.git or git@host:path.git.");
    }
    if (!url.display().equals(url.text())) {
      throw new RefusedException(
          "The address " + url.display() + " carries a password, which would be written to git.",
          "Leave the password to Argo CD's repository credentials.");
    }
  }
}
