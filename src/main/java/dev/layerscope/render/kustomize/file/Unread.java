package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import java.util.Set;

/**
 * An object nobody has looked into yet.
 *
 * @param strict whether a field nobody knows is an error, as in a kustomization file; in the
 *     configuration of a plugin it is passed over
 */
public record Unread(Mapping mapping, boolean strict) {

  /** Its fields, when it is of a type. */
  public Fields of(String type, String... known) throws BuildException {
    return new Fields(this, type, Set.of(known));
  }
}
