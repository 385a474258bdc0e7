package dev.layerscope.render.kustomize.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths as texts and what they lead to, in the two spellings the tool knows. */
public final class Paths {
  private Paths() {}

  /** {@code a/b\/c/d} to {@code a}, {@code b/c}, {@code d}; a leading delimiter is ignored. */
  public static List<String> split(String path, String delimiter) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int end = path.indexOf(delimiter); end >= 0; end = path.indexOf(delimiter, start)) {
      parts.add(path.substring(start, end));
      start = end + delimiter.length();
    }
    parts.add(path.substring(start));
    if (parts.size() > 1 && parts.getFirst().isEmpty()) {
      parts.removeFirst();
    }
    var result = new ArrayList<String>();
    for (String part : parts) {
      String last = result.isEmpty() ? "" : result.getLast();
      if (!result.isEmpty() && last.endsWith("\\")) {
        result.set(result.size() - 1, last.substring(0, last.length() - 1) + delimiter + part);
      } else {
        result.add(part);
      }
    }
    return result;
  }

  /**
   * As {@link #split}, but what stands in brackets stays together: {@code a.[b=c.d].e}, {@code
   * a.[b.c]}.
   */
  public static List<String> splitBracketed(String path, String delimiter) {
    List<String> parts = split(path, delimiter);
    var result = new ArrayList<String>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (!part.startsWith("[") || part.endsWith("]")) {
        result.add(part);
        continue;
      }
      var together = new StringBuilder(part);
      while (i < parts.size() - 1) {
        i++;
        together.append(delimiter).append(parts.get(i));
        if (parts.get(i).endsWith("]")) {
          break;
        }
      }
      String whole = together.toString();
      result.add(whole.contains("=") ? whole : trimBrackets(whole));
    }
    return result;
  }

  private static String trimBrackets(String text) {
    return text.replaceAll("^[\\[\\]]+|[\\[\\]]+$", "");
  }

  /** Whether a part names a list element by a field: {@code [name=x]}. */
  public static boolean isElement(String part) {
    return part.startsWith("[") && part.endsWith("]");
  }

  /** Whether a part is an index of a list. */
  public static boolean isIndex(String part) {
    return part.matches("\\+?\\d{1,9}");
  }

  /** Field and value of {@code [field=value]}; the field is empty in {@code [=value]}. */
  public static String[] element(String part) throws BuildException {
    String inner = part.substring(1, part.length() - 1);
    int equals = inner.indexOf('=');
    if (equals < 0) {
      throw new BuildException(
          "list path element must contain fieldName=fieldValue for element to match");
    }
    return new String[] {inner.substring(0, equals), inner.substring(equals + 1)};
  }

  /** What a path leads to; empty when something on the way is missing. */
  public static Optional<Tree> lookup(Tree from, List<String> path) throws BuildException {
    Optional<Tree> at = Optional.of(from);
    for (String untrimmed : path) {
      String part = untrimmed.strip();
      if (part.isEmpty()) {
        continue;
      }
      if (at.isEmpty()) {
        return at;
      }
      at = step(at.get(), part);
    }
    return at;
  }

  private static Optional<Tree> step(Tree tree, String part) throws BuildException {
    if (part.matches("-\\d{1,9}")) {
      throw new BuildException("array index " + part + " cannot be negative");
    }
    if (isIndex(part) || part.equals("-")) {
      tree.demand(Tree.Kind.LIST);
      List<Tree> items = tree.isList() ? tree.content() : List.of();
      int index = part.equals("-") ? items.size() - 1 : Integer.parseInt(part);
      return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }
    if (part.equals("*")) {
      throw new BuildException("wildcard is not supported in PathGetter");
    }
    if (isElement(part)) {
      String[] wanted = element(part);
      tree.demand(Tree.Kind.LIST);
      return tree.content().stream().filter(item -> matches(item, wanted)).findFirst();
    }
    return tree.get(part);
  }

  private static boolean matches(Tree item, String[] wanted) {
    return wanted[0].isEmpty()
        ? item.value().equals(wanted[1])
        : item.find(wanted[0]).map(v -> v.value().equals(wanted[1])).orElse(false);
  }

  /** A map at a path, made where it is missing. */
  public static Tree map(Tree from, String... path) throws BuildException {
    Tree at = from;
    for (String key : path) {
      Optional<Tree> next = at.get(key);
      if (next.isEmpty()) {
        Tree made = Tree.map();
        at.content().add(Tree.scalar(key));
        at.content().add(made);
        next = Optional.of(made);
      } else if (next.get().isNull()) {
        next.get().become(Tree.Kind.MAP, "!!map");
      }
      at = next.get();
    }
    return at;
  }
}
