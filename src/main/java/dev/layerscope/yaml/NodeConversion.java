package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Composed nodes to ours: aliases shared, merge keys resolved in go-yaml's order, duplicate keys
 * noticed, keys made text. One use per document.
 */
final class NodeConversion {
  private final Reading reading;
  private final int linesBefore;
  private final List<Document.Notice> notices = new ArrayList<>();
  private final IdentityHashMap<org.yaml.snakeyaml.nodes.Node, Node> done = new IdentityHashMap<>();
  private final IdentityHashMap<org.yaml.snakeyaml.nodes.Node, Boolean> open =
      new IdentityHashMap<>();
  private final AliasBudget budget = new AliasBudget();

  private final boolean aliases;

  /**
   * @param aliases whether there may be some; without, nothing can be met twice
   */
  NodeConversion(Reading reading, int linesBefore, boolean aliases) {
    this.reading = reading;
    this.aliases = aliases;
    this.linesBefore = linesBefore;
  }

  /** A document that parses but cannot be taken; the reason is in go-yaml's words. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String reason;

    Unreadable(int line, String reason) {
      super(reason);
      this.line = line;
      this.reason = reason;
    }

    int line() {
      return line;
    }

    String reason() {
      return reason;
    }
  }

  List<Document.Notice> notices() {
    return notices;
  }

  Node convert(org.yaml.snakeyaml.nodes.Node node) throws Unreadable {
    return aliases ? shared(node) : single(node);
  }

  /** A node that others may point at. */
  private Node shared(org.yaml.snakeyaml.nodes.Node node) throws Unreadable {
    Node known = done.get(node);
    if (known != null) {
      budget.alias(node, line(node));
      return known;
    }
    if (open.put(node, true) != null) {
      throw new Unreadable(line(node), "anchor value contains itself");
    }
    budget.enter();
    Node converted = single(node);
    open.remove(node);
    budget.leave(node);
    done.put(node, converted);
    return converted;
  }

  private Node single(org.yaml.snakeyaml.nodes.Node node) throws Unreadable {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> sequence(sequence);
      case MappingNode mapping -> mapping(mapping);
      default -> throw new Unreadable(line(node), "unknown kind of node");
    };
  }

  private Scalar scalar(ScalarNode node) throws Unreadable {
    var scalar = new Scalar(node.getValue(), style(node), tag(node), place(node));
    if (reading == Reading.ARGO && ArgoScalars.isNotFinite(scalar)) {
      throw new Unreadable(line(node), "json: unsupported value: " + scalar.text());
    }
    return scalar;
  }

  private Sequence sequence(SequenceNode node) throws Unreadable {
    var items = new ArrayList<Node>(node.getValue().size());
    for (org.yaml.snakeyaml.nodes.Node item : node.getValue()) {
      items.add(convert(item));
    }
    return new Sequence(items, isFlow(node.getFlowStyle()), place(node));
  }

  private Mapping mapping(MappingNode node) throws Unreadable {
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    var merged = new ArrayList<Mapping>();
    for (NodeTuple tuple : node.getValue()) {
      if (isMergeKey(tuple.getKeyNode())) {
        List<Mapping> sources = mergeSources(tuple.getValueNode());
        if (reading == Reading.ARGO) {
          sources
              .reversed()
              .forEach(source -> overwrite(entries, source, line(tuple.getKeyNode())));
        } else {
          merged.addAll(sources);
        }
      } else {
        put(entries, key(tuple.getKeyNode()), convert(tuple.getValueNode()));
      }
    }
    for (Mapping source : merged) {
      source.entries().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
    }
    return new Mapping(new ArrayList<>(entries.values()), isFlow(node.getFlowStyle()), place(node));
  }

  private void put(Map<String, Mapping.Entry> entries, Scalar key, Node value) throws Unreadable {
    Mapping.Entry earlier = entries.put(key.text(), new Mapping.Entry(key, value));
    if (earlier != null && earlier.key().place().line() != 0) {
      int line = key.place().line();
      if (reading == Reading.KYAML) {
        throw new Unreadable(
            line,
            "mapping key \""
                + key.text()
                + "\" already defined at line "
                + earlier.key().place().line());
      }
      notices.add(new Document.Notice.DuplicateKey(key.text(), earlier.key().place().line(), line));
    }
  }

  /** go-yaml v2: what stands before {@code <<} loses against it (§13.3). */
  private void overwrite(Map<String, Mapping.Entry> entries, Mapping source, int line) {
    for (Mapping.Entry entry : source.entries()) {
      // The key's place is dropped: an explicit key that follows is no duplicate.
      var key = new Scalar(entry.name(), entry.key().style(), entry.key().tag(), Place.NONE);
      Mapping.Entry earlier = entries.put(entry.name(), new Mapping.Entry(key, entry.value()));
      if (earlier != null
          && earlier.key().place().line() != 0
          && !earlier.value().equals(entry.value())) {
        notices.add(new Document.Notice.OverwrittenByMerge(entry.name(), line));
      }
    }
  }

  private static boolean isMergeKey(org.yaml.snakeyaml.nodes.Node key) {
    return key instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().equals("<<");
  }

  private List<Mapping> mergeSources(org.yaml.snakeyaml.nodes.Node value) throws Unreadable {
    Node source = convert(value);
    if (source instanceof Mapping mapping) {
      return List.of(mapping);
    }
    if (source instanceof Sequence sequence
        && sequence.items().stream().allMatch(Mapping.class::isInstance)) {
      return sequence.items().stream().map(Mapping.class::cast).toList();
    }
    throw new Unreadable(line(value), "map merge requires map or sequence of maps as the value");
  }

  private Scalar key(org.yaml.snakeyaml.nodes.Node node) throws Unreadable {
    if (!(node instanceof ScalarNode scalarNode)) {
      throw new Unreadable(line(node), "a key is not a scalar");
    }
    Scalar scalar = scalar(scalarNode);
    if (reading == Reading.KYAML) {
      return scalar;
    }
    Value value = ArgoScalars.read(scalar);
    if (value instanceof Value.Null) {
      throw new Unreadable(line(node), "a key is null");
    }
    return value instanceof Value.Text
        ? scalar
        : new Scalar(value.plain(), scalar.style(), "", scalar.place());
  }

  private static Scalar.Style style(ScalarNode node) {
    return switch (node.getScalarStyle()) {
      case PLAIN -> Scalar.Style.PLAIN;
      case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
      case LITERAL -> Scalar.Style.LITERAL;
      case FOLDED -> Scalar.Style.FOLDED;
      default -> Scalar.Style.DOUBLE_QUOTED;
    };
  }

  private static String tag(org.yaml.snakeyaml.nodes.Node node) {
    return node.getTag().equals(KeepTagResolver.NONE) ? "" : node.getTag().getValue();
  }

  private static boolean isFlow(org.yaml.snakeyaml.DumperOptions.FlowStyle style) {
    return style == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW;
  }

  private int line(org.yaml.snakeyaml.nodes.Node node) {
    return node.getStartMark().getLine() + 1 + linesBefore;
  }

  private Place place(org.yaml.snakeyaml.nodes.Node node) {
    return Alike.place(
        line(node),
        node.getStartMark().getColumn() + 1,
        node.getEndMark().getLine() + 1 + linesBefore,
        node.getEndMark().getColumn() + 1);
  }
}
