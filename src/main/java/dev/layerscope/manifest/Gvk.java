package dev.layerscope.manifest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Group, version and kind of a Kubernetes object.
 *
 * @param group empty for the core group
 */
public record Gvk(String group, String version, String kind) {
  /** An estate has few kinds and very many objects: comparing them should cost nothing. */
  private static final Map<Gvk, Gvk> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;

  /** The Argo CD group. */
  public static final String ARGO = "argoproj.io";

  /** From an object's {@code apiVersion} and {@code kind}. */
  public static Gvk parse(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    var made =
        slash < 0
            ? new Gvk("", apiVersion, kind)
            : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    Gvk known = KNOWN.get(made);
    if (known != null) {
      return known;
    }
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(made, made);
    }
    return made;
  }

  /** {@code apps/Deployment}, or {@code ConfigMap} for the core group. */
  public String groupKind() {
    return group.isEmpty() ? kind : group + "/" + kind;
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Whether this is one of Argo CD's kinds. */
  public boolean isArgo() {
    return group.equals(ARGO);
  }

  /** Whether this is Argo CD's kind of that name. */
  public boolean isArgo(String argoKind) {
    return group.equals(ARGO) && kind.equals(argoKind);
  }

  /** Asked all the time, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof Gvk that
            && kind.equals(that.kind)
            && group.equals(that.group)
            && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * group.hashCode() + version.hashCode()) + kind.hashCode();
  }
}
