package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.Tree;

/**
 * What the tool knows an object by.
 *
 * @param clusterScoped known not to live in a namespace
 * @param namespace empty when none is written
 */
public record Id(
    String group,
    String version,
    String kind,
    boolean clusterScoped,
    String name,
    String namespace) {
  private static final String NOT_A_NAMESPACE = "_non_namespaceable_";

  /** The identity written in an object. */
  public static Id of(Tree root) {
    String apiVersion = root.find("apiVersion").map(Tree::value).orElse("");
    String kind = root.find("kind").map(Tree::value).orElse("");
    return new Id(
        group(apiVersion),
        version(apiVersion),
        kind,
        ClusterScoped.contains(apiVersion, kind),
        root.find("metadata").flatMap(m -> m.find("name")).map(Tree::value).orElse(""),
        root.find("metadata").flatMap(m -> m.find("namespace")).map(Tree::value).orElse(""));
  }

  /** An identity whose kind is looked up. */
  public static Id made(String group, String version, String kind, String name, String namespace) {
    String apiVersion = group.isEmpty() ? version : group + "/" + version;
    return new Id(group, version, kind, ClusterScoped.contains(apiVersion, kind), name, namespace);
  }

  public static String group(String apiVersion) {
    return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
  }

  public static String version(String apiVersion) {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  /** Where the object counts as living: no namespace is {@code default}. */
  public String effectiveNamespace() {
    if (clusterScoped) {
      return NOT_A_NAMESPACE;
    }
    return namespace.isEmpty() ? "default" : namespace;
  }

  public boolean sameNamespace(Id other) {
    return effectiveNamespace().equals(other.effectiveNamespace());
  }

  public boolean sameNameAndKind(Id other) {
    return name.equals(other.name)
        && group.equals(other.group)
        && version.equals(other.version)
        && kind.equals(other.kind);
  }

  /** Whether both are one object. */
  public boolean matches(Id other) {
    return sameNamespace(other) && sameNameAndKind(other);
  }

  /** Whether group, version and kind are those wanted; an empty one matches all. */
  public boolean isOf(String wantedGroup, String wantedVersion, String wantedKind) {
    return (wantedGroup.isEmpty() || wantedGroup.equals(group))
        && (wantedVersion.isEmpty() || wantedVersion.equals(version))
        && (wantedKind.isEmpty() || wantedKind.equals(kind));
  }

  /** Whether a partly filled identity means this object. */
  public boolean isSelectedBy(Id selector) {
    return (selector.name.isEmpty() || selector.name.equals(name))
        && (selector.namespace.isEmpty() || selector.sameNamespace(this))
        && isOf(selector.group, selector.version, selector.kind);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Kind, version and group: {@code Deployment.v1.apps}, {@code Service.v1.[noGrp]}. */
  public String gvkText() {
    return or(kind, "[noKind]") + "." + or(version, "[noVer]") + "." + or(group, "[noGrp]");
  }

  /** As the tool prints it: {@code Deployment.v1.apps/web.shop}. */
  @Override
  public String toString() {
    return gvkText() + "/" + or(name, "[noName]") + "." + or(namespace, "[noNs]");
  }

  private static String or(String text, String none) {
    return text.isEmpty() ? none : text;
  }
}
