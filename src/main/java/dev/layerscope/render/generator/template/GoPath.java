package dev.layerscope.render.generator.template;

import java.util.ArrayDeque;

/** Go's package {@code path}. */
public final class GoPath {
  private GoPath() {}

  /** The shortest path that means the same. */
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    var segments = new ArrayDeque<String>();
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        if (!segments.isEmpty() && !segments.getLast().equals("..")) {
          segments.removeLast();
        } else if (!rooted) {
          segments.addLast(segment);
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /** The last element; a dot for an empty path. */
  public static String base(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** Everything but the last element. */
  public static String dir(String path) {
    int slash = path.lastIndexOf('/');
    return clean(slash < 0 ? "" : path.substring(0, slash + 1));
  }

  static String ext(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 || dot < path.lastIndexOf('/') ? "" : path.substring(dot);
  }
}
