package dev.layerscope.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * At which revisions an estate is looked at.
 *
 * @param base the rule for every repository
 * @param overrides repository URL to ref; these beat the rule
 */
public record Selection(Base base, Map<String, String> overrides) {
  /** As declared: every root at its own revision. */
  public static final Selection DECLARED = new Selection(new Base.Declared(), Map.of());

  public Selection {
    overrides = Map.copyOf(overrides);
  }

  public static Selection environment(String name) {
    return new Selection(new Base.Environment(name, false), Map.of());
  }

  /** The same with one more repository read at a ref. */
  public Selection with(String url, String ref) {
    var all = new HashMap<>(overrides);
    all.put(url, ref);
    return new Selection(base, all);
  }

  /** The environment's name, when the selection is one. */
  public Optional<String> environmentName() {
    return base instanceof Base.Environment environment
        ? Optional.of(environment.name())
        : Optional.empty();
  }

  /** The rule. */
  public sealed interface Base {
    record Declared() implements Base {}

    /**
     * An environment of the workspace.
     *
     * @param followBranch a what-if: below the roots, too, revisions are replaced by the
     *     environment's branch
     */
    record Environment(String name, boolean followBranch) implements Base {}

    /** Every repository that has the ref, at the ref. */
    record AtRef(String ref) implements Base {}

    /**
     * What one folder renders to: a site that is kept as a directory or an overlay.
     *
     * @param ref empty for {@code HEAD}
     */
    record Folder(String url, String path, Optional<String> ref) implements Base {}
  }
}
