package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.CardFace;
import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of the picture is to stand out. Values of one facet widen each other, facets narrow each
 * other.
 *
 * @param wanted by facet; one that is missing lets everything through
 * @param differs only what is not the same in another environment
 * @param hides whether what does not match is left out instead of dimmed
 */
public record Filter(Map<Facet, Set<String>> wanted, Optional<Differs> differs, boolean hides) {
  /** Lets everything through. */
  public static final Filter NONE = new Filter(Map.of(), Optional.empty(), false);

  private static final int TEAM = 3;

  /** By what a node can be picked. */
  public enum Facet {
    STATE,
    KIND,
    LAYER,
    TEAM,
    REPOSITORY,
    NAMESPACE,
    FINDING
  }

  /** What may be the matter with a node. */
  public enum State {
    ERRORS,
    WARNINGS,
    UNRESOLVED,
    NOT_EXACT,
    MANUAL
  }

  /** What is not the same in another environment. */
  public record Differs(String environment, Set<NodeId> ids) {
    public Differs {
      ids = Set.copyOf(ids);
    }
  }

  public Filter {
    var kept = new EnumMap<Facet, Set<String>>(Facet.class);
    wanted.forEach((facet, values) -> {
      if (!values.isEmpty()) {
        kept.put(facet, Set.copyOf(values));
      }
    });
    wanted = Map.copyOf(kept);
  }

  public boolean isOn() {
    return !wanted.isEmpty() || differs.isPresent();
  }

  /** How many chips there are. */
  public int size() {
    return wanted.values().stream().mapToInt(Set::size).sum() + (differs.isPresent() ? 1 : 0);
  }

  /** The values wanted of a facet. */
  public Set<String> of(Facet facet) {
    return wanted.getOrDefault(facet, Set.of());
  }

  /** The same with one value added, or taken away when it is there. */
  public Filter flip(Facet facet, String value) {
    var values = new HashSet<>(of(facet));
    if (!values.remove(value)) {
      values.add(value);
    }
    var all = new EnumMap<Facet, Set<String>>(Facet.class);
    all.putAll(wanted);
    all.put(facet, values);
    return new Filter(all, differs, hides);
  }

  /** The same for what differs from an environment, or from none. */
  public Filter differing(Optional<Differs> other) {
    return new Filter(wanted, other, hides);
  }

  public Filter hiding(boolean wish) {
    return new Filter(wanted, differs, wish);
  }

  /** The nodes that match. */
  BitSet matching(TreePicture picture, LayerLooks looks) {
    var matching = new BitSet();
    for (int at = 0; at < picture.size(); at++) {
      if (matches(picture.node(at), looks)) {
        matching.set(at);
      }
    }
    return matching;
  }

  private boolean matches(HierarchyNode node, LayerLooks looks) {
    for (Map.Entry<Facet, Set<String>> facet : wanted.entrySet()) {
      Set<String> has = values(facet.getKey(), node, looks);
      if (has.stream().noneMatch(facet.getValue()::contains)) {
        return false;
      }
    }
    return differs.isEmpty() || differs.get().ids().contains(node.id());
  }

  /** What a node is called by a facet. */
  static Set<String> values(Facet facet, HierarchyNode node, LayerLooks looks) {
    return switch (facet) {
      case STATE -> states(node);
      case KIND -> Set.of(node.kind().text());
      case LAYER -> Set.of(node.layer());
      case TEAM -> looks.of(node).number() == TEAM ? repositories(node) : Set.of();
      case REPOSITORY -> repositories(node);
      case NAMESPACE ->
          node.application()
              .flatMap(a -> a.destination().namespace())
              .map(Set::of)
              .orElse(Set.of());
      case FINDING ->
          node.findings().stream().map(f -> f.code().text()).collect(Collectors.toSet());
    };
  }

  /** Every value of a facet in a picture, sorted. */
  static Set<String> all(Facet facet, TreePicture picture, LayerLooks looks) {
    var all = new TreeSet<String>();
    for (int at = 0; at < picture.size(); at++) {
      all.addAll(values(facet, picture.node(at), looks));
    }
    return all;
  }

  private static Set<String> repositories(HierarchyNode node) {
    return node.sources().stream()
        .map(source -> CardFace.repository(new RepoUrl(source.repository())))
        .collect(Collectors.toSet());
  }

  private static Set<String> states(HierarchyNode node) {
    var states = new HashSet<String>();
    for (State state : State.values()) {
      if (is(node, state)) {
        states.add(state.name());
      }
    }
    return states;
  }

  private static boolean is(HierarchyNode node, State state) {
    return switch (state) {
      case ERRORS -> node.count(Severity.ERROR) > 0;
      case WARNINGS -> node.count(Severity.WARNING) > 0;
      case UNRESOLVED -> node.unresolved().isPresent() || node.dormant().isPresent();
      case NOT_EXACT -> !node.certainty().exact();
      case MANUAL -> node.application().filter(a -> !a.syncPolicy().automated()).isPresent();
    };
  }
}
