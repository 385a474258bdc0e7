package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads where the nodes of one document stand in its text. One use per document. */
final class Pieces {
  private final String text;
  private final int offset;
  private final Parser parser;
  private final boolean ascii;

  private Pieces(String text, int offset) {
    this.text = text;
    this.offset = offset;
    var options = new LoaderOptions();
    options.setNestingDepthLimit(YamlReader.MAX_DEPTH);
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(text), options);
    this.ascii = text.codePoints().allMatch(c -> c < 0x10000);
  }

  /**
   * The root of a document; empty when it cannot be read or holds nothing.
   *
   * @param text the document's text
   * @param offset where that begins in the file
   */
  static Optional<Piece> of(String text, int offset) {
    return read(text, offset).or(() -> read(Tabs.asBlanks(text), offset));
  }

  private static Optional<Piece> read(String text, int offset) {
    try {
      return new Pieces(text, offset).root();
    } catch (YAMLException | StackOverflowError notYaml) {
      return Optional.empty();
    }
  }

  private Optional<Piece> root() {
    for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
      if (event instanceof DocumentStartEvent) {
        Piece root = node(parser.getEvent());
        parser.getEvent();
        boolean last = parser.checkEvent(Event.ID.StreamEnd);
        return last ? Optional.of(root) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Piece node(Event event) {
    return switch (event) {
      case AliasEvent alias -> new Piece.Alias(at(alias.getStartMark()), at(alias.getEndMark()));
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent start -> mapping(start);
      case CollectionStartEvent start -> list(start);
      default -> throw new YAMLException("unexpected " + event);
    };
  }

  private Piece scalar(ScalarEvent event) {
    int start = at(event.getStartMark());
    int end = Math.max(start, at(event.getEndMark()));
    boolean block =
        event.getScalarStyle() == ScalarStyle.LITERAL
            || event.getScalarStyle() == ScalarStyle.FOLDED;
    return new Piece.One(
        start,
        block ? endOfBlock(start, end) : end,
        event.getValue(),
        style(event.getScalarStyle()),
        event.getAnchor() != null,
        event.getAnchor() != null || event.getTag() != null);
  }

  /** A block scalar ends with its last line that is not blank; with {@code +} the blanks count. */
  private int endOfBlock(int start, int end) {
    int local = end - offset;
    int header = text.indexOf('\n', start - offset);
    boolean keeps =
        header >= 0 && text.substring(start - offset, header).replaceFirst("#.*", "").contains("+");
    int lineStart = text.lastIndexOf('\n', Math.max(0, local - 1)) + 1;
    if (text.substring(lineStart, local).isBlank()) {
      local = lineStart;
    }
    if (keeps) {
      boolean breaks = local > 0 && text.charAt(local - 1) == '\n';
      int cut = breaks ? local - 1 : local;
      return offset + (cut > 0 && breaks && text.charAt(cut - 1) == '\r' ? cut - 1 : cut);
    }
    while (local > start - offset && Character.isWhitespace(text.charAt(local - 1))) {
      local--;
    }
    return offset + local;
  }

  private Piece mapping(MappingStartEvent start) {
    var pairs = new ArrayList<Piece.Pair>();
    Event event = parser.getEvent();
    while (!(event instanceof MappingEndEvent)) {
      Piece key = node(event);
      pairs.add(new Piece.Pair(key, node(parser.getEvent())));
      event = parser.getEvent();
    }
    boolean flow = start.getFlowStyle() == FlowStyle.FLOW;
    boolean anchored =
        start.getAnchor() != null
            || pairs.stream().anyMatch(p -> p.key().anchored() || p.value().anchored());
    int end = flow || pairs.isEmpty() ? at(event.getEndMark()) : pairs.getLast().end();
    return new Piece.Pairs(at(start.getStartMark()), end, flow, pairs, anchored, decorated(start));
  }

  private Piece list(CollectionStartEvent start) {
    var items = new ArrayList<Piece>();
    Event event = parser.getEvent();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event));
      event = parser.getEvent();
    }
    boolean flow = start.getFlowStyle() == FlowStyle.FLOW;
    boolean anchored = start.getAnchor() != null || items.stream().anyMatch(Piece::anchored);
    int end = flow || items.isEmpty() ? at(event.getEndMark()) : items.getLast().end();
    return new Piece.Items(at(start.getStartMark()), end, flow, items, anchored, decorated(start));
  }

  private static boolean decorated(CollectionStartEvent start) {
    return start.getAnchor() != null || start.getTag() != null;
  }

  private int at(Mark mark) {
    int index = Math.min(mark.getIndex(), text.length());
    return offset + (ascii ? index : text.offsetByCodePoints(0, mark.getIndex()));
  }

  private static Scalar.Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> Scalar.Style.PLAIN;
      case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
      case LITERAL -> Scalar.Style.LITERAL;
      case FOLDED -> Scalar.Style.FOLDED;
      default -> Scalar.Style.DOUBLE_QUOTED;
    };
  }

  /** The documents of a text, each as its root; a document that cannot be read is empty. */
  static List<Optional<Piece>> documents(String text) {
    var roots = new ArrayList<Optional<Piece>>();
    int from = 0;
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(text)) {
      int start = chunk.error().isEmpty() ? text.indexOf(chunk.text(), from) : -1;
      roots.add(start < 0 ? Optional.empty() : of(chunk.text(), start));
      from = start < 0 ? from : start + chunk.text().length();
    }
    return roots;
  }
}
