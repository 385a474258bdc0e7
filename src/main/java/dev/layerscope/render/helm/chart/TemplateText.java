package dev.layerscope.render.helm.chart;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a template, changed so that it means offline what it means in Argo CD: {@code lookup}
 * finds nothing, as with {@code helm template}, and the API versions of the cluster are those of
 * the settings. Only identifiers inside actions are touched, never strings or comments.
 */
public final class TemplateText {
  private static final String HAS = ".Capabilities.APIVersions.Has";

  private final String text;
  private final List<String> apiVersions;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private TemplateText(String text, List<String> apiVersions) {
    this.text = text;
    this.apiVersions = apiVersions;
  }

  /**
   * @param apiVersions that the cluster has besides those Helm knows
   */
  public static String offline(String text, List<String> apiVersions) {
    boolean untouched = !text.contains("lookup") && (apiVersions.isEmpty() || !text.contains(HAS));
    return untouched ? text : new TemplateText(text, apiVersions).rewritten();
  }

  private String rewritten() {
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      if (open < 0) {
        out.append(text, at, text.length());
        break;
      }
      out.append(text, at, open + 2);
      at = open + 2;
      if (text.startsWith("/*", at) || text.startsWith("- /*", at)) {
        int end = text.indexOf("*/", at);
        copyTo(end < 0 ? text.length() : end + 2);
      }
      action();
    }
    return out.toString();
  }

  private void action() {
    while (at < text.length() && !text.startsWith("}}", at)) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'' || c == '`') {
        copyTo(endOfString(at));
      } else if (c == '.' || c == '$' || isLetter(c)) {
        word();
      } else {
        copyTo(at + 1);
      }
    }
  }

  private void word() {
    int end = endOfWord(at);
    String word = text.substring(at, end);
    at = end;
    if (word.equals("lookup")) {
      out.append("pick (dict)");
    } else if (word.endsWith(HAS) && !apiVersions.isEmpty()) {
      has(word);
    } else {
      out.append(word);
    }
  }

  /** {@code X.Has Y} becomes: Helm knows it, or the settings do. */
  private void has(String word) {
    int operand = at;
    while (operand < text.length() && Character.isWhitespace(text.charAt(operand))) {
      operand++;
    }
    int end = endOfOperand(operand);
    if (end == operand) {
      out.append(word);
      return;
    }
    String asked = text.substring(operand, end);
    String known =
        apiVersions.stream()
            .map(v -> '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(" "));
    out.append("or (%s %s) (has %s (list %s))".formatted(word, asked, asked, known));
    at = end;
  }

  private int endOfOperand(int from) {
    if (from >= text.length()) {
      return from;
    }
    char c = text.charAt(from);
    if (c == '"' || c == '`') {
      return endOfString(from);
    }
    if (c == '.' || c == '$') {
      return endOfWord(from);
    }
    return c == '(' ? endOfParentheses(from) : from;
  }

  private int endOfParentheses(int from) {
    int depth = 0;
    int i = from;
    while (i < text.length() && !text.startsWith("}}", i)) {
      char c = text.charAt(i);
      if (c == '"' || c == '`' || c == '\'') {
        i = endOfString(i);
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      i++;
      if (depth == 0) {
        return i;
      }
    }
    return from;
  }

  private int endOfString(int from) {
    char quote = text.charAt(from);
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += quote != '`' && text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private int endOfWord(int from) {
    int i = from;
    while (i < text.length() && isPartOfWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isPartOfWord(char c) {
    return isLetter(c) || Character.isDigit(c) || c == '.' || c == '$';
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }
}
