package dev.layerscope.edit.intention;

import dev.layerscope.git.RepoUrl;
import java.util.List;
import java.util.Optional;

/**
 * A layer of its own: a repository with {@code deps} and {@code res}.
 *
 * @param repository empty for a neighbour of the lower layer's, with the layer's name
 * @param place over or between what
 */
public record NewLayer(
    String name, Optional<RepoUrl> repository, Place place, List<String> environments)
    implements Intention {
  public NewLayer {
    environments = List.copyOf(environments);
  }

  /** Where in the stack. */
  public sealed interface Place {
    /**
     * On top of a layer.
     *
     * @param wired roots and layers that get it at once
     */
    record Over(String layer, List<String> wired) implements Place {
      public Over {
        wired = List.copyOf(wired);
      }
    }

    /** Under nobody and over nothing yet, but wired. */
    record Beside(List<String> wired) implements Place {
      public Beside {
        wired = List.copyOf(wired);
      }
    }

    /** Between a root or layer and the layer it stands on. */
    record Between(String upper, String lower) implements Place {}
  }
}
