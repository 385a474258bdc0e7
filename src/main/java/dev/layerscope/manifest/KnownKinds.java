package dev.layerscope.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of kinds before a repository is looked into: the built-in tables and what a person
 * adds to them (specification §11.2, §11.3). Immutable.
 *
 * @param scopes whether kinds are namespaced
 * @param provided kinds the clusters have without anybody delivering them, {@code group/Kind}
 * @param packages the API groups that operators bring along, by the name of their package; besides
 *     those of the built-in list
 */
public record KnownKinds(Scopes scopes, Set<String> provided, Map<String, Set<String>> packages) {
  /** Nothing but the built-in tables. */
  public static final KnownKinds BUILT_IN = new KnownKinds(Scopes.BUILT_IN, Set.of(), Map.of());

  public KnownKinds {
    provided = Set.copyOf(provided);
    packages = Map.copyOf(packages);
  }

  /** The same, taught by definitions that were rendered, which know better. */
  public KnownKinds with(List<Manifest> definitions) {
    return new KnownKinds(scopes.with(definitions), provided, packages);
  }

  /** Definitions first, then what a person says, then the tables, then the list of operators. */
  public Scope scopeOf(Gvk gvk) {
    Scope known = scopes.of(gvk);
    return known == Scope.UNKNOWN ? Operators.scopeOf(gvk) : known;
  }

  /** The API groups an operator brings along; empty when nobody wrote it down. */
  public Set<String> groupsOf(String packageName) {
    Set<String> added = packages.get(packageName);
    return added == null ? Operators.groupsOf(packageName) : added;
  }

  /** Whether every cluster has a kind already. */
  public boolean provides(Gvk gvk) {
    return provided.contains(gvk.groupKind());
  }
}
