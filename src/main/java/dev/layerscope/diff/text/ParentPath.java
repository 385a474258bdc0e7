package dev.layerscope.diff.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which keys a line of YAML stands, told by indentation alone: a reader who sees the middle
 * of a file must know whether the probe is the one for readiness or for liveness.
 */
public final class ParentPath {
  private static final Pattern KEY =
      Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s#'\"\\[{:][^:]*):(?:\\s.*)?");
  private static final int LONGEST = 1_000;

  private final Deque<String> path = new ArrayDeque<>();
  private int limit;
  private boolean inList;
  private Optional<String> item = Optional.empty();

  private ParentPath(Line line) {
    limit = line.isItem() ? line.start : line.content;
    inList = line.isItem();
    item = line.isItem() ? line.name() : Optional.empty();
  }

  /**
   * The keys above a line, outermost first; an item is named by its {@code name}: {@code
   * containers[name=api]}.
   *
   * @param line the line with an index, or an empty text where there is none
   * @param index of the line whose parents are wanted
   */
  public static List<String> of(IntFunction<String> line, int index) {
    int at = index;
    while (at >= 0 && Line.of(line.apply(at)).isEmpty()) {
      at--;
    }
    if (at < 0) {
      return List.of();
    }
    var parents = new ParentPath(Line.of(line.apply(at)).orElseThrow());
    for (int i = at - 1; i >= 0 && !parents.isDone(); i--) {
      Line.of(line.apply(i)).ifPresent(parents::above);
    }
    return List.copyOf(parents.path);
  }

  private boolean isDone() {
    return limit == 0 && !inList;
  }

  private void above(Line line) {
    if (inList) {
      ownerOfList(line);
    } else if (line.isItem() && line.content <= limit) {
      if (line.content < limit) {
        line.key().ifPresent(path::addFirst);
      }
      inItem(line);
    } else if (!line.isItem() && line.start < limit) {
      line.key().ifPresent(path::addFirst);
      limit = line.start;
      item = Optional.empty();
    } else if (!line.isItem() && line.start == limit) {
      item = item.or(line::name);
    }
  }

  /** The key that holds the list; its items may stand at its own column. */
  private void ownerOfList(Line line) {
    boolean owner = line.isItem() ? line.content <= limit : line.start <= limit;
    if (!owner) {
      return;
    }
    String which = item.map(name -> "[" + name + "]").orElse("");
    line.key().ifPresent(key -> path.addFirst(key + which));
    item = Optional.empty();
    inList = false;
    limit = line.start;
    if (line.isItem()) {
      inItem(line);
    }
  }

  private void inItem(Line line) {
    item = line.name().or(() -> item);
    inList = true;
    limit = line.start;
  }

  /**
   * A line as its indentation tells.
   *
   * @param start the column of its first character
   * @param content the column behind the dashes of items
   */
  private record Line(int start, int content, String text) {
    static Optional<Line> of(String whole) {
      String line = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
      String bare = line.stripLeading();
      if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith("---")) {
        return Optional.empty();
      }
      int start = line.length() - bare.length();
      int content = start;
      while (content < line.length() && (line.charAt(content) == ' ' || isDash(line, content))) {
        content++;
      }
      return Optional.of(new Line(start, content, line.substring(content)));
    }

    private static boolean isDash(String line, int at) {
      return line.charAt(at) == '-' && (at + 1 == line.length() || line.charAt(at + 1) == ' ');
    }

    boolean isItem() {
      return content > start;
    }

    Optional<String> key() {
      Matcher matcher = KEY.matcher(text);
      return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What tells an item from the others of its list. */
    Optional<String> name() {
      return key()
          .filter(key -> List.of("name", "key", "id").contains(key))
          .map(key -> key + "=" + text.substring(text.indexOf(':') + 1).strip());
    }
  }
}
