package dev.layerscope.render.kustomize.merge;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.List;
import java.util.Optional;

/** What {@code $patch} in a patch asks for. */
enum Directive {
  MERGE,
  REPLACE,
  DELETE;

  private static final String KEY = "$patch";

  /** Reads a directive and removes it from the patch. */
  static Directive take(Tree patch) throws BuildException {
    return switch (patch.kind()) {
      case MAP -> {
        Optional<Tree> written = patch.find(KEY);
        if (written.isEmpty()) {
          yield MERGE;
        }
        Directive directive = of(written.get().value());
        patch.clear(KEY);
        yield directive;
      }
      case LIST -> {
        Optional<Tree> element =
            patch.content().stream().filter(e -> e.find(KEY).isPresent()).findFirst();
        // An element that holds more than the directive directs itself, not the list.
        if (element.isEmpty() || element.get().content().size() > 2) {
          yield MERGE;
        }
        String word = element.get().find(KEY).map(Tree::value).orElse("");
        Directive directive = of(word);
        ListMerge.put(patch, Optional.empty(), List.of(KEY), List.of(word));
        yield directive;
      }
      case SCALAR ->
          throw new BuildException("no implemented strategic merge patch strategy for a scalar");
    };
  }

  /** The same where a wrong directive goes unnoticed: in what a patch adds. */
  static Directive takeQuietly(Tree patch) {
    try {
      return take(patch);
    } catch (BuildException e) {
      return MERGE;
    }
  }

  private static Directive of(String word) throws BuildException {
    return switch (word) {
      case "delete" -> DELETE;
      case "replace" -> REPLACE;
      case "merge" -> MERGE;
      default -> throw new BuildException("unknown patch strategy '" + word + "'");
    };
  }
}
