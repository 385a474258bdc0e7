package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.Optional;

/**
 * Whether a target revision is on each side the branch that carries the side: the difference a
 * promotion must not carry along.
 */
final class OwnBranches {
  private OwnBranches() {}

  static boolean are(FieldChange field, Subject subject) {
    String path = field.path();
    int dot = path.lastIndexOf('.');
    String last = path.substring(dot + 1);
    if (dot < 0 || !(last.equals("targetRevision") || last.equals("revision"))) {
      return false;
    }
    String above = path.substring(0, dot);
    return is(subject.from(), above, last, field.from(), subject.before())
        && is(subject.to(), above, last, field.to(), subject.after());
  }

  private static boolean is(
      Optional<Mapping> object, String above, String key, Optional<String> said, SideNames side) {
    return object
        .flatMap(root -> source(root, above, key, said))
        .flatMap(source -> source.textAt("repoURL"))
        .flatMap(side::branchOf)
        .map(branch -> JsonText.of(Scalar.of(branch)))
        .filter(branch -> said.equals(Optional.of(branch)))
        .isPresent();
  }

  /**
   * The mapping the revision stands in. Items of lists are found by what they say, as a path names
   * them by keys.
   */
  private static Optional<Mapping> source(
      Node node, String path, String key, Optional<String> said) {
    if (path.isEmpty()) {
      return node instanceof Mapping mapping
              && mapping.get(key).map(JsonText::of).equals(said)
              && mapping.has("repoURL")
          ? Optional.of(mapping)
          : Optional.empty();
    }
    if (node instanceof Sequence list) {
      String rest = path.substring(path.indexOf(']') + 1);
      String below = rest.startsWith(".") ? rest.substring(1) : rest;
      return list.items().stream()
          .flatMap(item -> source(item, below, key, said).stream())
          .findFirst();
    }
    int end = path.length();
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '.' || path.charAt(i) == '[') {
        end = i;
        break;
      }
    }
    String name = path.substring(0, end);
    String rest =
        end < path.length() && path.charAt(end) == '.'
            ? path.substring(end + 1)
            : path.substring(end);
    return node.at(name).flatMap(below -> source(below, rest, key, said));
  }
}
