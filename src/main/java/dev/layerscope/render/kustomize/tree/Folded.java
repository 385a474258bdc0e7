package dev.layerscope.render.kustomize.tree;

/**
 * Folded text after the tool has printed and read it once, as it does before it turns an object to
 * JSON. Its printer doubles every line break after a line that is not indented; reading folds it
 * back, except before an indented line.
 */
final class Folded {
  private Folded() {}

  static String printedAndRead(String value) {
    if (value.endsWith(" ") || value.contains(" \n")) {
      // Cannot be printed folded, so it is quoted and comes back as it was.
      return value;
    }
    var out = new StringBuilder();
    boolean indented = value.startsWith(" ") || value.startsWith("\t");
    int at = 0;
    while (at < value.length()) {
      int end = value.indexOf('\n', at);
      if (end < 0) {
        out.append(value, at, value.length());
        break;
      }
      out.append(value, at, end);
      int next = end;
      while (next < value.length() && value.charAt(next) == '\n') {
        next++;
      }
      boolean last = next == value.length();
      boolean beforeIndented = !last && (value.charAt(next) == ' ' || value.charAt(next) == '\t');
      boolean doubled = !indented && (beforeIndented || last && next - end > 1);
      out.append(value, end, next).append(doubled ? "\n" : "");
      indented = beforeIndented;
      at = next;
    }
    return out.toString();
  }
}
