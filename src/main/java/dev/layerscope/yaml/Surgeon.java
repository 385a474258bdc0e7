package dev.layerscope.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** Works out which stretch of a text has to become what, so that one wish comes true. */
final class Surgeon {
  private static final Pattern JSON = Pattern.compile("\\s*+[\\[{][\\[{\\s]*+\"");

  private final Layout layout;
  private final Piece root;
  private final BlockStyle style;

  /**
   * @param root of the document in question
   * @param style how the file is written
   */
  Surgeon(Layout layout, Piece root, BlockStyle style) {
    this.layout = layout;
    this.root = root;
    this.style = style;
  }

  Spliced.Change change(Wish wish) throws NoSafePlace {
    return switch (wish) {
      case Wish.Replace(YamlPath path, Node value) -> replace(path, value);
      case Wish.Put(YamlPath path, String key, Node value) -> put(at(path), key, value);
      case Wish.Insert(YamlPath path, int at, Node value, boolean w) -> insert(at(path), at, value);
      case Wish.Delete(YamlPath path, boolean ignored) -> delete(path);
    };
  }

  private Piece at(YamlPath path) throws NoSafePlace {
    Piece piece = root;
    for (YamlPath.Step step : path.steps()) {
      piece =
          switch (step) {
            case YamlPath.Step.Key key -> pair(piece, key.name()).value();
            case YamlPath.Step.Index index -> {
              if (piece instanceof Piece.Items list && index.at() < list.items().size()) {
                yield list.items().get(index.at());
              }
              throw elsewhere();
            }
          };
    }
    return piece;
  }

  private static Piece.Pair pair(Piece piece, String name) throws NoSafePlace {
    if (piece instanceof Piece.Pairs pairs) {
      if (pairs.count(name) > 1) {
        throw new NoSafePlace("has the key " + name + " twice");
      }
      return pairs.pair(name).orElseThrow(Surgeon::elsewhere);
    }
    throw elsewhere();
  }

  private static NoSafePlace elsewhere() {
    return new NoSafePlace("gets this value from an anchor elsewhere");
  }

  private boolean inFlow(YamlPath path) throws NoSafePlace {
    for (YamlPath up = path; !up.steps().isEmpty(); up = up.parent()) {
      if (at(up.parent()).isFlow()) {
        return true;
      }
    }
    return false;
  }

  /** Braces alone are YAML as well; JSON quotes its names. */
  private boolean json() {
    return JSON.matcher(layout.text()).lookingAt();
  }

  private Spliced.Change replace(YamlPath path, Node value) throws NoSafePlace {
    Piece old = at(path);
    if (old instanceof Piece.Alias || old.decorated()) {
      throw new NoSafePlace("has an anchor or a tag at " + path);
    }
    boolean flow = inFlow(path);
    if (value instanceof Scalar scalar && old instanceof Piece.One one) {
      return scalar(one, scalar, flow);
    }
    if (old.anchored()) {
      throw new NoSafePlace("has anchors in " + path);
    }
    if (flow || old.isFlow() || empty(value)) {
      return new Spliced.Change(spaced(old), old.end(), lead(old) + FlowText.print(value, json()));
    }
    return new BlockEdits(layout, style).replace(owner(path), old, value);
  }

  private Spliced.Change scalar(Piece.One old, Scalar scalar, boolean flow) {
    String text = json() ? ScalarText.json(scalar) : ScalarText.like(old.style(), scalar, flow);
    return new Spliced.Change(spaced(old), old.end(), lead(old) + text);
  }

  /** An empty value stands right behind its colon or dash; a blank belongs between. */
  private String lead(Piece old) {
    boolean tight = old.start() > 0 && ":-?".indexOf(layout.text().charAt(old.start() - 1)) >= 0;
    return tight ? " " : "";
  }

  /** An empty value's place: behind the colon, whatever blanks follow. */
  private static int spaced(Piece old) {
    return old.start();
  }

  private static boolean empty(Node value) {
    return value instanceof Mapping m && m.isEmpty()
        || value instanceof Sequence s && s.items().isEmpty()
        || value instanceof Scalar;
  }

  /** The key in front of a value, or the list around it. */
  private BlockEdits.Owner owner(YamlPath path) throws NoSafePlace {
    if (path.steps().isEmpty()) {
      throw new NoSafePlace("would become another document");
    }
    Piece parent = at(path.parent());
    return switch (path.steps().getLast()) {
      case YamlPath.Step.Key key -> new BlockEdits.Owner.Key(pair(parent, key.name()));
      case YamlPath.Step.Index index -> new BlockEdits.Owner.Dash(parent.start());
    };
  }

  private Spliced.Change put(Piece piece, String key, Node value) throws NoSafePlace {
    if (!(piece instanceof Piece.Pairs pairs)) {
      throw elsewhere();
    }
    if (pairs.flow()) {
      String entry = FlowText.entries(Mapping.of(java.util.Map.of(key, value)), json());
      List<Integer> ends = pairs.pairs().stream().map(Piece.Pair::end).toList();
      return FlowEdits.insert(layout.text(), pairs, ends, ends.size(), entry);
    }
    return new BlockEdits(layout, style).put(pairs, key, value);
  }

  private Spliced.Change insert(Piece piece, int at, Node value) throws NoSafePlace {
    if (!(piece instanceof Piece.Items list)) {
      throw elsewhere();
    }
    if (list.flow()) {
      List<Integer> ends = list.items().stream().map(Piece::end).toList();
      return FlowEdits.insert(layout.text(), list, ends, at, FlowText.print(value, json()));
    }
    return new BlockEdits(layout, style).insert(list, at, value);
  }

  private Spliced.Change delete(YamlPath path) throws NoSafePlace {
    if (at(path).anchored()) {
      throw new NoSafePlace("has anchors in " + path);
    }
    Piece parent = at(path.parent());
    int size =
        switch (parent) {
          case Piece.Pairs pairs -> pairs.pairs().size();
          case Piece.Items items -> items.items().size();
          default -> throw elsewhere();
        };
    if (size == 1 && !parent.isFlow()) {
      return emptied(path.parent(), parent);
    }
    if (parent.isFlow()) {
      return FlowEdits.delete(layout.text(), parent, index(parent, path));
    }
    return new BlockEdits(layout, style).delete(parent, index(parent, path));
  }

  private static int index(Piece parent, YamlPath path) {
    return switch (path.steps().getLast()) {
      case YamlPath.Step.Index index -> index.at();
      case YamlPath.Step.Key key -> {
        List<Piece.Pair> pairs = ((Piece.Pairs) parent).pairs();
        int at = 0;
        while (!pairs.get(at).named(key.name())) {
          at++;
        }
        yield at;
      }
    };
  }

  /** The last one goes: what is left is written {@code {}} or {@code []}. */
  private Spliced.Change emptied(YamlPath path, Piece collection) throws NoSafePlace {
    if (collection.decorated()) {
      throw new NoSafePlace("has an anchor or a tag at " + path);
    }
    String empty = collection instanceof Piece.Pairs ? "{}" : "[]";
    return new BlockEdits(layout, style).emptied(owner(path), collection, empty);
  }
}
