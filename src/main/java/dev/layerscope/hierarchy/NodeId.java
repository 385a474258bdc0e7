package dev.layerscope.hierarchy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What makes a node the same one across revisions and environments: the control plane it lives in,
 * its effective namespace, kind and name. The same name on two clusters with an Argo CD each is two
 * nodes.
 *
 * @param name of a Group: the Application's name and the folder, joined by a slash
 */
public record NodeId(String controlPlane, String namespace, NodeKind kind, String name)
    implements Comparable<NodeId> {
  private static final Comparator<NodeId> ORDER =
      Comparator.comparing(NodeId::controlPlane)
          .thenComparing(NodeId::namespace)
          .thenComparing(NodeId::kind)
          .thenComparing(NodeId::name);

  /** The four parts, percent-encoded, joined by slashes: the {@code id} of the JSON. */
  public String text() {
    return encode(controlPlane)
        + "/"
        + encode(namespace)
        + "/"
        + encode(kind.text())
        + "/"
        + encode(name);
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public int compareTo(NodeId other) {
    return ORDER.compare(this, other);
  }

  /** Asked all the time, so without what a record does by itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof NodeId that
            && name.equals(that.name)
            && controlPlane.equals(that.controlPlane)
            && namespace.equals(that.namespace)
            && kind == that.kind;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * controlPlane.hashCode() + namespace.hashCode()) + kind.hashCode())
        + name.hashCode();
  }
}
