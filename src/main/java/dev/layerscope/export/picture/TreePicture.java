package dev.layerscope.export.picture;

import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.How;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.layout.SpanningTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * One root and everything below it as a tree of indices: each node once, at its shortest path, with
 * what is counted over the branches. Immutable.
 */
public final class TreePicture {
  private final Hierarchy hierarchy;
  private final ResolvedRoot root;
  private final List<HierarchyNode> nodes;
  private final Map<NodeId, Integer> index;
  private final SpanningTree tree;
  private final int[] below;
  private final int[] errorsBelow;
  private final int[] warningsBelow;
  private final How[] how;
  private final BitSet companion;
  private final List<List<Integer>> foldable;
  private final List<Integer> walk;
  private final int[] places;
  private final List<String> names;

  private TreePicture(Hierarchy hierarchy, ResolvedRoot root) {
    this.hierarchy = hierarchy;
    this.root = root;
    nodes = new ArrayList<>();
    index = new HashMap<>();
    for (NodeId id : hierarchy.reachedFrom(root.declared())) {
      index.put(id, nodes.size());
      nodes.add(hierarchy.get(id));
    }
    var order = new SiblingOrder(hierarchy);
    tree =
        SpanningTree.of(
            nodes.size(),
            root.declared().stream().map(this::indexOf).toList(),
            i -> order.of(nodes.get(i)).stream().map(child -> indexOf(child.id())).toList());
    below = tree.below();
    errorsBelow = count(Severity.ERROR);
    warningsBelow = count(Severity.WARNING);
    how = howDeclared();
    companion = findCompanions();
    names = nodes.stream().map(TreePicture::lower).toList();
    foldable =
        IntStream.range(0, nodes.size())
            .mapToObj(at -> children(at).stream().filter(child -> !isCompanion(child)).toList())
            .toList();
    walk = walkAll();
    places = new int[nodes.size()];
    for (int i = 0; i < walk.size(); i++) {
      places[walk.get(i)] = i;
    }
  }

  public static TreePicture of(Hierarchy hierarchy, ResolvedRoot root) {
    return new TreePicture(hierarchy, root);
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public ResolvedRoot root() {
    return root;
  }

  public int size() {
    return nodes.size();
  }

  public HierarchyNode node(int at) {
    return nodes.get(at);
  }

  /** The index of a node; -1 when the root does not reach it. */
  public int indexOf(NodeId id) {
    return index.getOrDefault(id, SpanningTree.NONE);
  }

  public boolean has(NodeId id) {
    return index.containsKey(id);
  }

  /** What the root's manifest declares. */
  public List<Integer> tops() {
    return root.declared().stream().map(this::indexOf).distinct().toList();
  }

  /** The index of the parent it is drawn below; -1 for what the root declares. */
  public int parent(int at) {
    return tree.parent(at);
  }

  public List<Integer> children(int at) {
    return tree.children(at);
  }

  public int depth(int at) {
    return tree.depth(at);
  }

  /** Every index in the order of the outline: a node, then what is below it. */
  public List<Integer> walk() {
    return walk;
  }

  /** What a node is called, in lower case, one name a line: what a search looks through. */
  public String names(int at) {
    return names.get(at);
  }

  /** The same of any node. */
  public static String lower(HierarchyNode node) {
    String label = node.label().toLowerCase(Locale.ROOT);
    String name = node.name().toLowerCase(Locale.ROOT);
    return label.equals(name) ? name : label + '\n' + name;
  }

  /** Where in that order a node is, from 0. */
  public int place(int at) {
    return places[at];
  }

  private List<Integer> walkAll() {
    var walk = new ArrayList<Integer>(size());
    var todo = new ArrayDeque<Integer>(tops().reversed());
    while (!todo.isEmpty()) {
      int at = todo.removeLast();
      walk.add(at);
      children(at).reversed().forEach(todo::addLast);
    }
    return List.copyOf(walk);
  }

  /** A node's way to the root and everything below it. */
  public BitSet focus(int at) {
    var lit = new BitSet();
    lit.set(at);
    for (int node : order()) {
      if (parent(node) != SpanningTree.NONE && lit.get(parent(node))) {
        lit.set(node);
      }
    }
    chain(at).forEach(lit::set);
    return lit;
  }

  /** Tells a node and everything below it. */
  public void below(int at, IntConsumer told) {
    var todo = new ArrayDeque<Integer>(List.of(at));
    while (!todo.isEmpty()) {
      int next = todo.removeLast();
      told.accept(next);
      todo.addAll(children(next));
    }
  }

  /** Every index, level by level. */
  public List<Integer> order() {
    return tree.order();
  }

  /** Declarations that the tree does not draw: other parents, circles. */
  public List<SpanningTree.Arc> extras() {
    return tree.extras();
  }

  /** How many nodes lie below one. */
  public int below(int at) {
    return below[at];
  }

  /** How many errors lie below one, its own not counted. */
  public int errorsBelow(int at) {
    return errorsBelow[at];
  }

  /** How many warnings lie below one, its own not counted. */
  public int warningsBelow(int at) {
    return warningsBelow[at];
  }

  public How how(int at) {
    return how[at];
  }

  /** Whether it is the res half of its parent's layer, and so stands below it in one frame. */
  public boolean isCompanion(int at) {
    return companion.get(at);
  }

  private BitSet findCompanions() {
    var found = new BitSet(nodes.size());
    IntStream.range(0, nodes.size()).filter(this::completes).forEach(found::set);
    return found;
  }

  private boolean completes(int at) {
    int parent = tree.parent(at);
    if (parent == SpanningTree.NONE || !children(at).isEmpty()) {
      return false;
    }
    HierarchyNode child = nodes.get(at);
    HierarchyNode above = nodes.get(parent);
    return child.isResources() && !above.isResources() && child.layer().equals(above.layer());
  }

  /** The children that open and close: all but companions. */
  public List<Integer> foldable(int at) {
    return foldable.get(at);
  }

  public List<Integer> companions(int at) {
    boolean any = foldable.get(at).size() < children(at).size();
    return any ? children(at).stream().filter(this::isCompanion).toList() : List.of();
  }

  /** The chain of indices from what the root declares down to a node, both included. */
  public List<Integer> chain(int at) {
    var chain = new ArrayList<Integer>();
    for (int i = at; i != SpanningTree.NONE; i = tree.parent(i)) {
      chain.addFirst(i);
    }
    return chain;
  }

  private int[] count(Severity severity) {
    int[] counts = new int[nodes.size()];
    List<Integer> order = tree.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      int at = order.get(i);
      int parent = tree.parent(at);
      if (parent != SpanningTree.NONE) {
        counts[parent] += counts[at] + (int) nodes.get(at).count(severity);
      }
    }
    return counts;
  }

  private How[] howDeclared() {
    var declared = new How[nodes.size()];
    for (int at = 0; at < declared.length; at++) {
      declared[at] = howDeclared(at);
    }
    return declared;
  }

  /** Of a node's own declarations: those of the whole estate are many, and there are many roots. */
  private How howDeclared(int at) {
    How how = How.PLAIN;
    for (Edge edge : hierarchy.declarationsOf(nodes.get(at).id())) {
      if (edge.from().map(this::indexOf).orElse(SpanningTree.NONE) == tree.parent(at)) {
        how = edge.how();
      }
    }
    return how;
  }
}
