package dev.layerscope.argocd;

/**
 * The name by which Argo CD tells an Application from all others of a control plane (specification
 * §1.11).
 *
 * @param namespace empty when it is the control plane's or not known
 */
public record InstanceName(String namespace, String name) {
  /**
   * Of an Application in a namespace.
   *
   * @param controlPlane the control plane's own namespace, which is not written
   */
  public static InstanceName of(String name, String namespace, String controlPlane) {
    return new InstanceName(namespace.equals(controlPlane) ? "" : namespace, name);
  }

  /**
   * Reads {@code namespace_name}.
   *
   * @param otherwise the namespace of a name without one
   */
  public static InstanceName parse(String text, String otherwise) {
    int underscore = text.indexOf('_');
    boolean qualified = underscore >= 0 && underscore == text.lastIndexOf('_');
    return qualified
        ? new InstanceName(text.substring(0, underscore), text.substring(underscore + 1))
        : new InstanceName(otherwise, text);
  }

  /** {@code namespace_name}, or the name alone. */
  public String text() {
    return namespace.isEmpty() ? name : namespace + "_" + name;
  }
}
