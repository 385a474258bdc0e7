package dev.layerscope.ui.hierarchy;

import dev.layerscope.export.picture.TreePicture;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.HierarchyNode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What of the picture is to stand out. Chips of one row widen each other, rows narrow each other.
 *
 * @param kinds words for kinds of nodes; empty for all
 * @param layers labels of layers; empty for all
 * @param states empty for all
 * @param hides whether what does not match is left out instead of dimmed
 */
public record Filter(Set<String> kinds, Set<String> layers, Set<State> states, boolean hides) {
  /** Lets everything through. */
  public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of(), false);

  /** What may be the matter with a node. */
  public enum State {
    ERRORS,
    WARNINGS,
    UNRESOLVED,
    NOT_EXACT,
    MANUAL
  }

  public Filter {
    kinds = Set.copyOf(kinds);
    layers = Set.copyOf(layers);
    states = Set.copyOf(states);
  }

  public boolean isOn() {
    return !kinds.isEmpty() || !layers.isEmpty() || !states.isEmpty();
  }

  /** How many chips are pressed. */
  public int size() {
    return kinds.size() + layers.size() + states.size();
  }

  Filter kind(String kind) {
    return new Filter(flipped(kinds, kind), layers, states, hides);
  }

  Filter layer(String layer) {
    return new Filter(kinds, flipped(layers, layer), states, hides);
  }

  Filter state(State state) {
    return new Filter(kinds, layers, flipped(states, state), hides);
  }

  Filter hiding(boolean wanted) {
    return new Filter(kinds, layers, states, wanted);
  }

  private static <T> Set<T> flipped(Set<T> set, T value) {
    var other = new HashSet<>(set);
    if (!other.remove(value)) {
      other.add(value);
    }
    return other;
  }

  /** The nodes that match. */
  BitSet matching(TreePicture picture) {
    var matching = new BitSet();
    for (int at = 0; at < picture.size(); at++) {
      if (matches(picture.node(at))) {
        matching.set(at);
      }
    }
    return matching;
  }

  private boolean matches(HierarchyNode node) {
    return (kinds.isEmpty() || kinds.contains(node.kind().text()))
        && (layers.isEmpty() || layers.contains(node.layer()))
        && (states.isEmpty() || states.stream().anyMatch(state -> is(node, state)));
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
