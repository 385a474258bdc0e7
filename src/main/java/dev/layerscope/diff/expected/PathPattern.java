package dev.layerscope.diff.expected;

import java.util.regex.Pattern;

/**
 * Paths of fields, as a rule writes them: {@code *} stands for one name, {@code [*]} for one item,
 * {@code **} for any number of either. A path covers what is below it, too: a removed mapping is
 * told whole.
 */
public final class PathPattern {
  private final String written;
  private final Pattern pattern;

  public PathPattern(String written) {
    this.written = written;
    this.pattern = compiled(written);
  }

  boolean covers(String path) {
    return pattern.matcher(path).matches();
  }

  private static Pattern compiled(String written) {
    var regex = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      if (written.startsWith("**.", i)) {
        regex.append("(?:.*[.›] ?)?");
        i += 2;
      } else if (written.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (written.startsWith("[*]", i)) {
        regex.append("\\[[^]]*]");
        i += 2;
      } else if (written.charAt(i) == '*') {
        regex.append("[^.\\[]*");
      } else {
        regex.append(Pattern.quote(written.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex + "(?:[.\\[].*)?");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && written.equals(that.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
