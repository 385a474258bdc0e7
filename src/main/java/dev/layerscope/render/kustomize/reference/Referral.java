package dev.layerscope.render.kustomize.reference;

import dev.layerscope.render.kustomize.field.FieldSpec;
import dev.layerscope.render.kustomize.field.ReferenceSpec;
import dev.layerscope.render.kustomize.resource.Id;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.YamlPrinter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The search for the object that one field of one object names. */
record Referral(
    Resource referrer, FieldSpec field, ReferenceSpec target, List<Resource> candidates) {

  /** By a name alone. */
  Optional<Resource> byName(String name) throws BuildException {
    return select(name, candidates, false);
  }

  /** By a name and, where one is written, a namespace: the original one first. */
  Optional<Resource> byNameIn(String name, Optional<String> namespace) throws BuildException {
    if (namespace.isEmpty()) {
      return select(name, candidates, true);
    }
    List<Resource> original =
        candidates.stream().filter(c -> livesIn(c.originalId(), namespace.get())).toList();
    return select(
        name,
        original.isEmpty()
            ? candidates.stream().filter(c -> livesIn(c.id(), namespace.get())).toList()
            : original,
        true);
  }

  private static boolean livesIn(Id id, String namespace) {
    return !id.effectiveNamespace().equals("_non_namespaceable_")
        && id.effectiveNamespace().equals(namespace);
  }

  private Optional<Resource> select(String name, List<Resource> among, boolean withNamespace)
      throws BuildException {
    List<Resource> found =
        among.stream()
            .filter(c -> c.formerIds().stream().anyMatch(id -> id.name().equals(name)))
            .filter(c ->
                c.formerIds().stream()
                    .anyMatch(id -> id.isOf(target.group(), target.version(), target.kind())))
            .filter(this::matchesRole)
            .filter(this::near)
            .toList();
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    found = found.stream().filter(c -> sameAffixes(c, true)).toList();
    if (found.size() > 1) {
      found = found.stream().filter(c -> sameAffixes(c, false)).toList();
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Resource first = found.getFirst();
    boolean same =
        found.stream()
            .allMatch(c ->
                c.name().equals(first.name())
                    && (!withNamespace || c.namespace().equals(first.namespace())));
    if (found.size() == 1 || same) {
      return Optional.of(first);
    }
    throw new BuildException(
        "found multiple possible referrals: %s\n\n**** Too many possible referral targets to referrer:\n%s"
            .formatted(
                found.stream().map(c -> c.id().toString()).collect(Collectors.joining(", ")),
                YamlPrinter.print(referrer.root().toNode())));
  }

  /** A role binding says itself whether it means a Role or a ClusterRole. */
  private boolean matchesRole(Resource candidate) {
    if (!field.path().endsWith("roleRef/name")) {
      return true;
    }
    Optional<Tree> role = referrer.root().find("roleRef");
    Optional<String> group = role.flatMap(r -> r.find("apiGroup")).map(Tree::value);
    Optional<String> kind = role.flatMap(r -> r.find("kind")).map(Tree::value);
    return group.isEmpty()
        || kind.isEmpty()
        || candidate.formerIds().stream().anyMatch(id -> id.isOf(group.get(), "", kind.get()));
  }

  private boolean near(Resource candidate) {
    Id own = referrer.id();
    Id other = candidate.id();
    return own.clusterScoped()
        || other.clusterScoped()
        || other.kind().equals("ServiceAccount")
        || own.sameNamespace(other);
  }

  private boolean sameAffixes(Resource candidate, boolean emptyMatches) {
    return same(candidate.prefixes(), referrer.prefixes(), emptyMatches)
        && same(candidate.suffixes(), referrer.suffixes(), emptyMatches);
  }

  /** Whether the shorter list is the end of the longer one. */
  private static boolean same(List<String> a, List<String> b, boolean emptyMatches) {
    if (a.isEmpty() || b.isEmpty()) {
      return emptyMatches || a.size() == b.size();
    }
    int shorter = Math.min(a.size(), b.size());
    return a.subList(a.size() - shorter, a.size()).equals(b.subList(b.size() - shorter, b.size()));
  }
}
