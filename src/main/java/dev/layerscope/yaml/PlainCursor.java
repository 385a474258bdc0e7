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
    return Alike.place(startLine, startColumn + 1, line(), column() + 1);
  }

  /** A scalar with nothing in it. */
  Scalar nothing() {
    return Alike.scalar("", 0, 0, Scalar.Style.PLAIN, line(), column() + 1, column() + 1);
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
    int column = column() + 1;
    at = end;
    return Alike.scalar(text, start, end, Scalar.Style.PLAIN, line(), column, column() + 1);
  }

  private boolean endsInFlow(char c, int index) throws Unusual {
    if (c == '?' || c == ':' && ENDS_IN_FLOW.indexOf(charAt(index + 1)) >= 0) {
      throw new Unusual();
    }
    return ENDS_IN_FLOW.indexOf(c) >= 0;
  }

  private Scalar quoted(char quote) throws Unusual {
    int column = column() + 1;
    int start = at + 1;
    int end = text.indexOf(quote, start);
    int newline = text.indexOf('\n', at);
    boolean odd = end < 0 || newline >= 0 && newline < end || charAt(end + 1) == quote;
    if (odd || quote == '"' && text.lastIndexOf('\\', end) > at) {
      throw new Unusual();
    }
    at = end + 1;
    Scalar.Style style = quote == '"' ? Scalar.Style.DOUBLE_QUOTED : Scalar.Style.SINGLE_QUOTED;
    return Alike.scalar(text, start, end, style, line(), column, column() + 1);
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
    var literal = new PlainLiteral(text, lineStart);
    if (literal.isUnusual(indent)) {
      throw new Unusual();
    }
    String lines = literal.lines();
    at = literal.end();
    line += literal.passed();
    lineStart = literal.lineStart();
    String kept = strip && lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    var place = from(startLine, startColumn);
    toContent();
    return new Scalar(kept, Scalar.Style.LITERAL, "", place);
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
