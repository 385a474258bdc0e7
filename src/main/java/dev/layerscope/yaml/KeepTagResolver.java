package dev.layerscope.yaml;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Guesses nothing: what a plain scalar means is decided later, by whoever reads it. */
final class KeepTagResolver extends Resolver {
  /** The tag of everything that was written without one. */
  static final Tag NONE = new Tag("!layerscope-untagged");

  @Override
  protected void addImplicitResolvers() {
    // none on purpose
  }

  @Override
  public Tag resolve(NodeId kind, String value, boolean implicit) {
    return NONE;
  }
}
