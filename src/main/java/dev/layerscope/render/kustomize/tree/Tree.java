package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of YAML that may change. Behaves as the nodes of Kustomize's library do, down to the
 * styles and tags that decide later whether {@code 1} is a number or a text; that is what the
 * result depends on.
 */
public final class Tree {
  /** What a tree is. */
  public enum Kind {
    MAP,
    LIST,
    SCALAR
  }

  private Kind kind;
  private String tag;
  private String value;
  private Scalar.Style style;
  private Place place;

  /** What is in a scalar, which is most of all trees, until somebody asks. */
  static final List<Tree> NOTHING = List.of();

  /** Keys and values in turn for a map, elements for a list. */
  private List<Tree> content;

  Tree(Kind kind, String tag, String value, Scalar.Style style, Place place, List<Tree> content) {
    this.kind = kind;
    this.tag = tag;
    this.value = value;
    this.style = style;
    this.place = place;
    this.content = content;
  }

  public static Tree map() {
    return empty(Kind.MAP);
  }

  public static Tree list() {
    return empty(Kind.LIST);
  }

  /** An empty tree of a kind; a scalar is the empty text without a tag. */
  public static Tree empty(Kind kind) {
    List<Tree> content = kind == Kind.SCALAR ? NOTHING : new ArrayList<>();
    return new Tree(kind, "", "", Scalar.Style.PLAIN, Place.NONE, content);
  }

  /** A scalar whose meaning follows from its text. */
  public static Tree scalar(String value) {
    return scalar(value, "");
  }

  /** A scalar with a tag. */
  public static Tree scalar(String value, String tag) {
    return new Tree(Kind.SCALAR, tag, value, Scalar.Style.PLAIN, Place.NONE, NOTHING);
  }

  /** A scalar that is a text whatever it looks like. */
  public static Tree string(String value) {
    Tree tree = scalar(value, Tags.STRING);
    tree.style = value.contains("\n") ? Scalar.Style.LITERAL : Scalar.Style.PLAIN;
    return tree;
  }

  /** A tree that remembers where it was written. */
  public static Tree of(Node node) {
    return Written.tree(node, true);
  }

  /**
   * A tree from another file than the object it will become part of: without places, which would
   * mislead.
   */
  public static Tree foreign(Node node) {
    return Written.tree(node, false);
  }

  /**
   * A tree that came by way of JSON: its scalars mean what Argo CD's YAML reader takes them for
   * ({@code yes} is true, a date is a text), whatever they looked like.
   */
  public static Tree json(Node node) {
    return Written.asJson(node);
  }

  public Tree copy() {
    if (isScalar() && content.isEmpty()) {
      return new Tree(kind, tag, value, style, place, NOTHING);
    }
    var copies = new ArrayList<Tree>(content.size());
    content.forEach(child -> copies.add(child.copy()));
    return new Tree(kind, tag, value, style, place, copies);
  }

  public Kind kind() {
    return kind;
  }

  public String tag() {
    return tag;
  }

  /** The text of a scalar; empty for others. */
  public String value() {
    return value;
  }

  public Scalar.Style style() {
    return style;
  }

  public Place place() {
    return place;
  }

  public boolean isMap() {
    return kind == Kind.MAP;
  }

  public boolean isList() {
    return kind == Kind.LIST;
  }

  public boolean isScalar() {
    return kind == Kind.SCALAR;
  }

  public boolean isNull() {
    return tag.equals(Tags.NULL);
  }

  /** Null, or without content. */
  public boolean isNullOrEmpty() {
    return isNull() || !isScalar() && content.isEmpty();
  }

  /** A scalar that is a text, or of no declared type. */
  public boolean isString() {
    return isScalar() && (tag.isEmpty() || tag.equals(Tags.STRING));
  }

  /** The elements of a list, or keys and values of a map in turn. Changing it changes the tree. */
  @SuppressWarnings("ReferenceEquality") // the one list that all scalars share
  public List<Tree> content() {
    if (content == NOTHING) {
      content = new ArrayList<>();
    }
    return content;
  }

  public void setContent(List<Tree> other) {
    content = other;
  }

  public void setValue(String other) {
    value = other;
  }

  public void setTag(String other) {
    tag = other;
  }

  public void setStyle(Scalar.Style other) {
    style = other;
  }

  /** Makes a null into an empty tree of a kind. */
  public void become(Kind other, String otherTag) {
    kind = other;
    tag = otherTag;
    if (other != Kind.SCALAR) {
      value = "";
    }
  }

  /** Takes over all of another tree but its place. */
  public void assignAll(Tree other) {
    kind = other.kind;
    tag = other.tag;
    value = other.value;
    style = other.style;
    content = other.content;
  }

  /** The keys of a map in order. */
  public List<String> keys() {
    var keys = new ArrayList<String>(content.size() / 2);
    for (int i = 0; isMap() && i < content.size(); i += 2) {
      keys.add(content.get(i).value);
    }
    return keys;
  }

  /** The value of a field; empty when this is no map or has none. */
  public Optional<Tree> find(String key) {
    for (int i = 0; isMap() && i < content.size(); i += 2) {
      if (content.get(i).value.equals(key)) {
        return Optional.of(content.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The value of a field; empty for null; an error when this is something else than a map. */
  public Optional<Tree> get(String key) throws BuildException {
    if (isNull()) {
      return Optional.empty();
    }
    demand(Kind.MAP);
    return find(key);
  }

  /** Removes a field. */
  public void clear(String key) {
    for (int i = 0; isMap() && i < content.size(); i += 2) {
      if (content.get(i).value.equals(key)) {
        content.remove(i + 1);
        content.remove(i);
        return;
      }
    }
  }

  /** Sets a field; null clears it. An existing value keeps its style, and so its quotes. */
  public void set(String key, Tree other) throws BuildException {
    other.quoteIfNeeded();
    if (other.isNull()) {
      clear(key);
      return;
    }
    Optional<Tree> field = get(key);
    if (field.isPresent()) {
      if (field.get() != other) {
        other.style = field.get().style;
        field.get().assignAll(other);
      }
      return;
    }
    content().add(scalar(key)); // of its own: a null that became a map shares the empty list
    content().add(other);
  }

  /** Replaces this scalar's value, keeping its style. */
  public void assign(Tree other) throws BuildException {
    other.quoteIfNeeded();
    if (!isNull()) {
      demand(Kind.SCALAR);
    }
    if (!other.isNull()) {
      other.style = style;
      assignAll(other);
    }
  }

  /** What YAML 1.1 would not read as a text is put in quotes. */
  private void quoteIfNeeded() {
    if (isString() && style == Scalar.Style.PLAIN && Scalars.isNonString(value)) {
      style = Scalar.Style.DOUBLE_QUOTED;
    }
  }

  /** An error unless this is of a kind; nulls pass. */
  public void demand(Kind expected) throws BuildException {
    if (!isNull() && kind != expected) {
      throw new WrongKindException(expected, this);
    }
  }

  /**
   * What becomes of a tree that was turned to JSON and back: styles are chosen anew, meanings are
   * settled.
   */
  public void rewrite() {
    Finishing.rewrite(this);
  }

  /** The finished tree as a node that means to Argo CD what it meant to Kustomize. */
  public Node toNode() {
    return Finishing.node(this);
  }

  @Override
  public String toString() {
    return dev.layerscope.yaml.JsonText.of(toNode());
  }
}
