package dev.layerscope.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream into documents the way Kubernetes does (specification §13.4): by lines that begin
 * with {@code ---}, whatever they are inside of. A stream that begins with a brace is a sequence of
 * JSON values.
 */
final class DocumentSplitter {
  private DocumentSplitter() {}

  /** A part of the stream; {@code error} is empty for a part that can be parsed. */
  record Chunk(int line, String text, String error) {}

  static List<Chunk> split(String text) {
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first < text.length() && text.charAt(first) == '{') {
      return splitJson(text);
    }
    return splitLines(text);
  }

  private static List<Chunk> splitLines(String text) {
    var chunks = new ArrayList<Chunk>();
    int start = 0;
    int startLine = 1;
    int line = 1;
    for (int at = 0; at <= text.length(); line++) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() + 1 : end + 1;
      if (text.startsWith("---", at)) {
        add(chunks, startLine, text.substring(start, at));
        String rest = text.substring(at + 3, end < 0 ? text.length() : end).strip();
        if (!rest.isEmpty() && rest.charAt(0) != '#') {
          chunks.add(new Chunk(line, "", "invalid Yaml document separator: " + rest));
          return chunks;
        }
        start = Math.min(next, text.length());
        startLine = line + 1;
      }
      at = next;
    }
    add(chunks, startLine, text.substring(Math.min(start, text.length())));
    return chunks;
  }

  private static void add(List<Chunk> chunks, int line, String text) {
    if (!text.isBlank()) {
      chunks.add(new Chunk(line, text, ""));
    }
  }

  /** JSON values one after another; what follows a value that is no value is cut by lines again. */
  private static List<Chunk> splitJson(String text) {
    var chunks = new ArrayList<Chunk>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = text.charAt(at) == '{' ? endOfJson(text, at) : -1;
      if (end < 0) {
        for (Chunk rest : splitLines(text.substring(at))) {
          chunks.add(new Chunk(rest.line() + lines(text, at) - 1, rest.text(), rest.error()));
        }
        return chunks;
      }
      chunks.add(new Chunk(lines(text, at), text.substring(at, end), ""));
      at = end;
    }
    return chunks;
  }

  private static int endOfJson(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private static int lines(String text, int before) {
    int lines = 1;
    for (int i = 0; i < before; i++) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
