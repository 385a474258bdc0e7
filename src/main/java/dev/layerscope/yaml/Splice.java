package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Changes one place of a text and leaves every other byte alone: comments, anchors, line ends, the
 * byte order mark, a missing last line break. New lines are written as their neighbours are. The
 * result is read again before it is believed; where no safe place is found, the change is refused
 * with the text to paste (specification §13.6).
 */
public final class Splice {
  private static final String MARK = "\uFEFF";

  private final String text;
  private final Wish wish;

  private Splice(String text, Wish wish) {
    this.text = text;
    this.wish = wish;
  }

  /** Another value where there is one. */
  public static Spliced replace(String text, YamlPath path, Node value) {
    return apply(text, new Wish.Replace(path, value));
  }

  /**
   * A value at a path that ends in a key, whether there is one or not. Mappings on the way that are
   * not there are made.
   */
  public static Spliced put(String text, YamlPath path, Node value) {
    Optional<Node> root = root(text, path.document());
    if (root.isEmpty() || path.steps().isEmpty()) {
      return new Spliced.Refused("has no document to add to", paste(new Wish.Replace(path, value)));
    }
    YamlPath at = missing(root.get(), path);
    Node wanted = value;
    for (YamlPath up = path; !up.equals(at); up = up.parent()) {
      wanted = wrapped(up, wanted);
    }
    if (find(root.get(), at).isPresent()) {
      return apply(text, new Wish.Replace(at, wanted));
    }
    return at.steps().getLast() instanceof YamlPath.Step.Key key
        ? apply(text, new Wish.Put(at.parent(), key.name(), wanted))
        : new Spliced.Refused("has no item " + at, paste(new Wish.Replace(path, value)));
  }

  /** The part of a path that has to be made or replaced: what it hangs from is there. */
  private static YamlPath missing(Node root, YamlPath path) {
    YamlPath at = path;
    while (at.steps().size() > 1
        && find(root, at.parent()).filter(node -> !node.isNull()).isEmpty()) {
      at = at.parent();
    }
    return at;
  }

  private static Node wrapped(YamlPath at, Node value) {
    var map = new LinkedHashMap<String, Node>();
    if (at.steps().getLast() instanceof YamlPath.Step.Key key) {
      map.put(key.name(), value);
      return Mapping.of(map);
    }
    return Sequence.of(List.of(value));
  }

  /** One more item at the end of a list. */
  public static Spliced append(String text, YamlPath list, Node item) {
    return insert(text, list, size(text, list), item);
  }

  /** The same in a file that is known to be read as it is written, whatever braces it has. */
  public static Spliced appendAsWritten(String text, YamlPath list, Node item) {
    return apply(text, new Wish.Insert(list, size(text, list), item, true));
  }

  private static int size(String text, YamlPath list) {
    return root(text, list.document())
        .flatMap(r -> find(r, list))
        .filter(Sequence.class::isInstance)
        .map(node -> ((Sequence) node).items().size())
        .orElse(0);
  }

  /**
   * One more item in a list.
   *
   * @param at the index it gets
   */
  public static Spliced insert(String text, YamlPath list, int at, Node item) {
    return apply(text, new Wish.Insert(list, at, item));
  }

  /** An entry of a mapping or an item of a list goes; a collection left empty is written so. */
  public static Spliced delete(String text, YamlPath path) {
    return apply(text, new Wish.Delete(path));
  }

  /** The same in a file that is known to be read as it is written, whatever braces it has. */
  public static Spliced deleteAsWritten(String text, YamlPath path) {
    return apply(text, new Wish.Delete(path, true));
  }

  private static Spliced apply(String text, Wish wish) {
    String mark = text.startsWith(MARK) ? MARK : "";
    Spliced spliced = new Splice(text.substring(mark.length()), wish).apply();
    return spliced instanceof Spliced.Done(String after, Spliced.Change c) && !mark.isEmpty()
        ? new Spliced.Done(mark + after, new Spliced.Change(c.from() + 1, c.to() + 1, c.with()))
        : spliced;
  }

  private Spliced apply() {
    try {
      refuseForeign();
      List<Node> before = roots(text);
      Optional<Node> root = root(text, wish.path().document());
      Optional<Node> wanted = root.flatMap(wish::on);
      if (root.isEmpty() || wanted.isEmpty()) {
        throw new NoSafePlace("has nothing at " + wish.path() + " that could be changed so");
      }
      Piece piece =
          Pieces.documents(text)
              .get(wish.path().document())
              .orElseThrow(() -> new NoSafePlace("is written in a form that is not added to"));
      refuseAnchors(piece);
      Spliced.Change change =
          new Surgeon(new Layout(text), piece, BlockStyle.learn(before)).change(wish);
      return verified(change, wanted.get());
    } catch (NoSafePlace e) {
      return new Spliced.Refused(String.valueOf(e.getMessage()), paste(wish));
    }
  }

  /** Lone carriage returns, and templates, in which anything may stand for anything. */
  private void refuseForeign() throws NoSafePlace {
    boolean lone = text.replace("\r\n", "").indexOf('\r') >= 0;
    if (lone) {
      throw new NoSafePlace("has line breaks that are not added to");
    }
    boolean harmless =
        switch (wish) {
          case Wish.Replace replace -> replace.value() instanceof Scalar;
          case Wish.Put ignored -> false;
          case Wish.Insert insert -> insert.asWritten();
          case Wish.Delete delete -> delete.asWritten();
        };
    if (text.contains("{{") && !harmless) {
      throw new NoSafePlace("is a template");
    }
  }

  private void refuseAnchors(Piece root) throws NoSafePlace {
    if (root.anchored() && !(wish instanceof Wish.Replace(var p, Scalar s))) {
      throw new NoSafePlace("has anchors, which may repeat what is changed elsewhere");
    }
  }

  /** Everything reads as before, and the one place as wanted. */
  private Spliced verified(Spliced.Change change, Node wanted) throws NoSafePlace {
    String after = change.in(text);
    List<Document> old = YamlReader.read(text, Reading.ARGO);
    List<Document> now = YamlReader.read(after, Reading.ARGO);
    boolean same = old.size() == now.size();
    for (int i = 0; same && i < old.size(); i++) {
      same =
          i == wish.path().document()
              ? now.get(i) instanceof Document.Content(int l, Node root, var n)
                  && SameMeaning.of(wanted, root)
              : alike(old.get(i), now.get(i));
    }
    if (!same) {
      throw new NoSafePlace("cannot be changed there without changing something else");
    }
    return new Spliced.Done(after, change);
  }

  private static boolean alike(Document a, Document b) {
    return switch (a) {
      case Document.Content content ->
          b instanceof Document.Content other && SameMeaning.of(content.root(), other.root());
      case Document.Empty ignored -> b instanceof Document.Empty;
      case Document.Broken ignored -> b instanceof Document.Broken;
    };
  }

  private static List<Node> roots(String text) {
    var roots = new ArrayList<Node>();
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content) {
        roots.add(content.root());
      }
    }
    return roots;
  }

  private static Optional<Node> root(String text, int document) {
    List<Document> all =
        YamlReader.read(text.startsWith(MARK) ? text.substring(1) : text, Reading.ARGO);
    return document < all.size() && all.get(document) instanceof Document.Content content
        ? Optional.of(content.root())
        : Optional.empty();
  }

  private static Optional<Node> find(Node root, YamlPath path) {
    Optional<Node> node = Optional.of(root);
    for (YamlPath.Step step : path.steps()) {
      node =
          switch (step) {
            case YamlPath.Step.Key key ->
                node.filter(Mapping.class::isInstance).flatMap(n -> ((Mapping) n).get(key.name()));
            case YamlPath.Step.Index index ->
                node.filter(n -> n instanceof Sequence s && index.at() < s.items().size())
                    .map(n -> ((Sequence) n).items().get(index.at()));
          };
    }
    return node;
  }

  private static String paste(Wish wish) {
    return switch (wish) {
      case Wish.Replace(YamlPath path, Node value) ->
          BlockStyle.USUAL.print(nested(path.steps(), value)).stripTrailing();
      case Wish.Put(YamlPath path, String key, Node value) ->
          BlockStyle.USUAL.print(nested(path.down(key).steps(), value)).stripTrailing();
      case Wish.Insert(YamlPath path, int at, Node value, boolean w) ->
          BlockStyle.USUAL.print(nested(path.steps(), Sequence.of(List.of(value)))).stripTrailing();
      case Wish.Delete ignored -> "";
    };
  }

  private static Mapping nested(List<YamlPath.Step> steps, Node value) {
    Node node = value;
    for (YamlPath.Step step : steps.reversed()) {
      node =
          switch (step) {
            case YamlPath.Step.Key key -> {
              var map = new LinkedHashMap<String, Node>();
              map.put(key.name(), node);
              yield Mapping.of(map);
            }
            case YamlPath.Step.Index index -> Sequence.of(List.of(node));
          };
    }
    return node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
  }
}
