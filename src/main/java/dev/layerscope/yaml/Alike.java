package dev.layerscope.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of YAML that say the same at the same place, as one object: the files of an estate are
 * alike, and so are a file's texts on several branches. What is new takes the place of what it
 * meets, so little is held; nothing depends on who was first, since nodes are values. Safe for
 * several threads.
 */
final class Alike {
  /** Longer texts are rarely the same at the same place. */
  private static final int LONGEST = 80;

  /** As many small mappings and lists have. */
  private static final int MOST = 8;

  private static final int SLOTS = 1 << 15;
  private static final @Nullable Scalar[] SCALARS = new Scalar[SLOTS];
  private static final @Nullable Place[] PLACES = new Place[SLOTS];
  private static final @Nullable Node[] NODES = new Node[SLOTS];

  private Alike() {}

  /**
   * A scalar without a tag that is on one line.
   *
   * @param text with the scalar's own text from one index to another
   */
  static Scalar scalar(
      String text, int from, int to, Scalar.Style style, int line, int column, int endColumn) {
    if (to - from > LONGEST) {
      return made(text, from, to, style, line, column, endColumn);
    }
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int slot = slot((hash * 31 + line) * 31 + column);
    Scalar known = SCALARS[slot];
    if (known != null
        && known.style() == style
        && isAt(known.place(), line, column, line, endColumn)
        && known.text().length() == to - from
        && text.startsWith(known.text(), from)) {
      return known;
    }
    Scalar made = made(text, from, to, style, line, column, endColumn);
    SCALARS[slot] = made;
    return made;
  }

  private static Scalar made(
      String text, int from, int to, Scalar.Style style, int line, int column, int endColumn) {
    return new Scalar(
        text.substring(from, to), style, "", new Place(line, column, line, endColumn));
  }

  /** A place. */
  static Place place(int line, int column, int endLine, int endColumn) {
    int slot = slot(((line * 31 + column) * 31 + endLine) * 31 + endColumn);
    Place known = PLACES[slot];
    if (known != null && isAt(known, line, column, endLine, endColumn)) {
      return known;
    }
    var made = new Place(line, column, endLine, endColumn);
    PLACES[slot] = made;
    return made;
  }

  private static boolean isAt(Place place, int line, int column, int endLine, int endColumn) {
    return place.line() == line
        && place.column() == column
        && place.endColumn() == endColumn
        && place.endLine() == endLine;
  }

  /**
   * A small mapping of pieces that are one object already. Never one that may be a whole manifest:
   * of these it matters which file they were read from.
   */
  @SuppressWarnings("ReferenceEquality")
  static Mapping mapping(List<Mapping.Entry> entries, boolean flow, Place place) {
    if (entries.isEmpty() || entries.size() > MOST) {
      return new Mapping(entries, flow, place);
    }
    int hash = place.line() * 31 + place.column();
    for (int i = 0; i < entries.size(); i++) {
      Mapping.Entry entry = entries.get(i);
      hash = (hash * 31 + entry.name().hashCode()) * 31 + hash(entry.value());
      if (entry.name().equals("kind")) {
        return new Mapping(entries, flow, place);
      }
    }
    int slot = slot(hash);
    if (NODES[slot] instanceof Mapping known
        && known.place() == place
        && known.flow() == flow
        && same(known.entries(), entries)) {
      return known;
    }
    var made = new Mapping(entries, flow, place);
    NODES[slot] = made;
    return made;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean same(List<Mapping.Entry> some, List<Mapping.Entry> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      Mapping.Entry one = some.get(i);
      Mapping.Entry other = others.get(i);
      if (one.key() != other.key() || one.value() != other.value()) {
        return false;
      }
    }
    return true;
  }

  /** A small list of pieces that are one object already. */
  @SuppressWarnings("ReferenceEquality")
  static Sequence sequence(List<Node> items, boolean flow, Place place) {
    if (items.isEmpty() || items.size() > MOST) {
      return new Sequence(items, flow, place);
    }
    int hash = place.line() * 31 + place.column();
    for (int i = 0; i < items.size(); i++) {
      hash = hash * 31 + hash(items.get(i));
    }
    int slot = slot(hash);
    if (NODES[slot] instanceof Sequence known
        && known.place() == place
        && known.flow() == flow
        && known.items().size() == items.size()) {
      boolean same = true;
      for (int i = 0; same && i < items.size(); i++) {
        same = known.items().get(i) == items.get(i);
      }
      if (same) {
        return known;
      }
    }
    var made = new Sequence(items, flow, place);
    NODES[slot] = made;
    return made;
  }

  private static int hash(Node node) {
    return node instanceof Scalar scalar ? scalar.text().hashCode() : node.place().endLine();
  }

  private static int slot(int hash) {
    int spread = hash * 0x9E3779B9;
    return spread >>> 17;
  }
}
