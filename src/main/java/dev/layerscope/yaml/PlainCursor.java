package dev.layerscope.yaml;

/**
 * A place in a text of plain YAML, and the scalars that stand on one line. Whatever is unusual is
 * left to the library: there is nothing here that guesses.
 */
final class PlainCursor {
  /** Longer ones may be no keys, says YAML. */
  private static final int LONGEST_KEY = 1000;

  private static final String NEVER_FIRST = "?:,[]{}#&*!|>'\"%@`";
  private static final String ENDS_IN_FLOW = ",[]{}?";

  private final String text;
  private final int linesBefore;
  private final Reading reading;
  private int at;
  private int line;
  private int lineStart;

  /** Something that is read by the library: rare, or not YAML at all. */
  static final class Unusual extends Exception {
    private static final long serialVersionUID = 1L;

    Unusual() {
      super("unusual", null, false, false);
    }
  }

  PlainCursor(String text, int linesBefore, Reading reading) {
    this.text = text;
    this.linesBefore = linesBefore;
    this.reading = reading;
  }

  /** Whether every character is of the simple sort: one column each, no tab, no odd line end. */
  static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c >= ' ' && c < 0x7f || c == '\n';
      boolean beyond = c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029;
      if (!ascii && !beyond) {
        return false;
      }
    }
    return true;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int column() {
    return at - lineStart;
  }

  int line() {
    return line + 1 + linesBefore;
  }

  /** The character here; a line end at the end of the text. */
  char peek() {
    return charAt(at);
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\n';
  }

  void forward() {
    at++;
  }

  boolean endsToken(int index) {
    char c = charAt(index);
    return c == ' ' || c == '\n';
  }

  boolean isEntry() {
    return !atEnd() && peek() == '-' && endsToken(at + 1);
  }

  void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** Whether nothing but blanks and a comment is left of the line; goes to where they end. */
  boolean lineIsOver() {
    int before = at;
    skipSpaces();
    return peek() == '\n' || peek() == '#' && (at > before || at == lineStart);
  }

  void needOver() throws Unusual {
    if (!lineIsOver()) {
      throw new Unusual();
    }
  }

  /** From the end of a line to the next that holds something. */
  void next() throws Unusual {
    while (true) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        at = text.length();
        return;
      }
      begin(end + 1);
      skipSpaces();
      if (atEnd() || peek() != '\n' && peek() != '#') {
        break;
      }
    }
    if (at == lineStart && text.startsWith("...", at) || !atEnd() && peek() == '%') {
      throw new Unusual();
    }
  }

  private void begin(int start) {
    at = start;
    lineStart = start;
    line++;
  }

  /** To the first thing of the text. */
  void first() throws Unusual {
    skipSpaces();
    if (!atEnd() && (peek() == '\n' || peek() == '#')) {
      next();
    } else if (text.startsWith("...") || !atEnd() && peek() == '%') {
      throw new Unusual();
    }
  }

  Place from(int startLine, int startColumn) {
    return new Place(startLine, startColumn + 1, line(), column() + 1);
  }

  /** A scalar with nothing in it. */
  Scalar nothing() {
    return new Scalar("", Scalar.Style.PLAIN, "", from(line(), column()));
  }

  /** A scalar of this line, plain or in quotes. */
  Scalar scalar(boolean flow) throws Unusual {
    Scalar scalar =
        switch (peek()) {
          case '"', '\'' -> quoted(peek());
          default -> plain(flow);
        };
    if (reading == Reading.ARGO && ArgoScalars.isNotFinite(scalar)) {
      throw new Unusual();
    }
    return scalar;
  }

  private Scalar plain(boolean flow) throws Unusual {
    char first = peek();
    if (NEVER_FIRST.indexOf(first) >= 0 || first == '-' && endsToken(at + 1)) {
      throw new Unusual();
    }
    int start = at;
    int end = at;
    for (int i = at; ; i++) {
      char c = charAt(i);
      if (c == '\n'
          || c == ':' && endsToken(i + 1)
          || c == '#' && text.charAt(i - 1) == ' '
          || flow && endsInFlow(c, i)) {
        break;
      }
      end = c == ' ' ? end : i + 1;
    }
    int column = column();
    at = end;
    return new Scalar(text.substring(start, end), Scalar.Style.PLAIN, "", from(line(), column));
  }

  private boolean endsInFlow(char c, int index) throws Unusual {
    if (c == '?' || c == ':' && ENDS_IN_FLOW.indexOf(charAt(index + 1)) >= 0) {
      throw new Unusual();
    }
    return ENDS_IN_FLOW.indexOf(c) >= 0;
  }

  private Scalar quoted(char quote) throws Unusual {
    int column = column();
    int end = text.indexOf(quote, at + 1);
    int newline = text.indexOf('\n', at);
    boolean odd = end < 0 || newline >= 0 && newline < end || charAt(end + 1) == quote;
    if (odd || quote == '"' && text.lastIndexOf('\\', end) > at) {
      throw new Unusual();
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    Scalar.Style style = quote == '"' ? Scalar.Style.DOUBLE_QUOTED : Scalar.Style.SINGLE_QUOTED;
    return new Scalar(inside, style, "", from(line(), column));
  }

  /** Whether a scalar that was just read is a key: a colon follows, and the library would agree. */
  boolean colon(Scalar key) throws Unusual {
    if (peek() != ':' || !endsToken(at + 1)) {
      // A blank before a colon is rare, and a plain scalar has left it behind.
      int here = at;
      skipSpaces();
      boolean late = peek() == ':';
      at = here;
      if (late) {
        throw new Unusual();
      }
      return false;
    }
    check(key);
    return true;
  }

  /** Keys that mean something else than they say, and {@code <<}, are the library's. */
  void check(Scalar key) throws Unusual {
    boolean merge = key.isPlain() && key.text().equals("<<");
    boolean text = reading == Reading.KYAML || ArgoScalars.read(key) instanceof Value.Text;
    if (merge || !text || key.text().length() > LONGEST_KEY) {
      throw new Unusual();
    }
  }

  /**
   * A text after a bar, kept line by line. Ends at the first line that is not indented enough.
   *
   * @param indent of what holds it
   */
  Scalar literal(int indent) throws Unusual {
    int startLine = line();
    int startColumn = column();
    forward();
    boolean strip = peek() == '-';
    if (strip) {
      forward();
    }
    needOver();
    int end = text.indexOf('\n', at);
    if (end < 0) {
      throw new Unusual();
    }
    begin(end + 1);
    int deep = depth(lineStart);
    if (charAt(lineStart + deep) == '\n' || deep <= indent) {
      throw new Unusual();
    }
    String lines = lines(deep);
    String kept = strip && lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    var place = from(startLine, startColumn);
    toContent();
    return new Scalar(kept, Scalar.Style.LITERAL, "", place);
  }

  private int depth(int start) {
    int i = start;
    while (charAt(i) == ' ' && i < text.length()) {
      i++;
    }
    return i - start;
  }

  /** Leaves the cursor where the library says the text ends: behind the blank lines after it. */
  private String lines(int deep) {
    var lines = new StringBuilder();
    int blank = 0;
    while (lineStart < text.length()) {
      int own = Math.min(depth(lineStart), deep);
      int newline = text.indexOf('\n', lineStart);
      int end = newline < 0 ? text.length() : newline;
      boolean empty = lineStart + own == end;
      if (!empty && own < deep) {
        break;
      }
      if (empty && newline < 0) {
        break;
      }
      if (empty) {
        blank++;
      } else {
        lines.repeat('\n', blank).append(text, lineStart + deep, end);
        blank = 0;
        if (newline < 0) {
          at = end;
          return lines.toString();
        }
        lines.append('\n');
      }
      begin(end + 1);
    }
    return lines.toString();
  }

  /** From the end of a literal to what follows. */
  private void toContent() throws Unusual {
    if (atEnd()) {
      return;
    }
    skipSpaces();
    if (atEnd()) {
      return;
    }
    if (peek() == '\n' || peek() == '#') {
      next();
    } else if (at == lineStart && text.startsWith("...", at) || peek() == '%') {
      throw new Unusual();
    }
  }
}
