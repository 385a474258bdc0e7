package dev.layerscope.render.helm.values;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns in names of value files, as bmatcuk/doublestar has them: {@code *} stays in its folder,
 * {@code **} does not; a folder's own files come before those of its sub-folders (specification
 * §5.3).
 */
final class ValueGlob {
  private final Snapshot snapshot;
  private final Set<TreePath> found = new LinkedHashSet<>();

  private ValueGlob(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The files a pattern matches, from the root of the repository, in the order Argo CD has them. */
  static List<TreePath> matches(Snapshot snapshot, String pattern) {
    var glob = new ValueGlob(snapshot);
    glob.walk(TreePath.ROOT, List.of(pattern.split("/")));
    return List.copyOf(glob.found);
  }

  private void walk(TreePath folder, List<String> segments) {
    String first = segments.getFirst();
    List<String> rest = segments.subList(1, segments.size());
    if (first.equals("**")) {
      walk(folder, rest.isEmpty() ? List.of("*") : rest);
      for (TreeEntry entry : entries(folder)) {
        if (entry.isDirectory()) {
          walk(folder.child(entry.name()), segments);
        }
      }
      return;
    }
    Optional<Pattern> pattern = compile(first);
    for (TreeEntry entry : entries(folder)) {
      if (pattern.isEmpty() || !pattern.get().matcher(entry.name()).matches()) {
        continue;
      }
      TreePath path = folder.child(entry.name());
      boolean directory =
          snapshot.follow(path) instanceof Snapshot.Target.Found(TreeEntry target)
              && target.isDirectory();
      if (rest.isEmpty() && !directory) {
        found.add(path);
      } else if (!rest.isEmpty() && directory) {
        walk(path, rest);
      }
    }
  }

  private List<TreeEntry> entries(TreePath folder) {
    return snapshot.follow(folder) instanceof Snapshot.Target.Found(TreeEntry entry)
            && entry.isDirectory()
        ? snapshot.list(entry)
        : List.of();
  }

  /** One segment as a regular expression; empty when it cannot be read, which matches nothing. */
  private static Optional<Pattern> compile(String segment) {
    var regex = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case '{' -> {
          braces++;
          regex.append("(?:");
        }
        case '}' -> {
          braces--;
          regex.append(')');
        }
        case ',' -> regex.append(braces > 0 ? "|" : ",");
        case '[' -> {
          int end = segment.indexOf(']', i + 2);
          if (end < 0) {
            return Optional.empty();
          }
          String inside = segment.substring(i + 1, end).replace("\\", "\\\\").replace("[", "\\[");
          boolean negated = inside.startsWith("!") || inside.startsWith("^");
          regex.append(negated ? "[^" + inside.substring(1) + "]" : "[" + inside + "]");
          i = end;
        }
        case '\\' -> {
          i++;
          if (i < segment.length()) {
            regex.append(Pattern.quote(String.valueOf(segment.charAt(i))));
          }
        }
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    try {
      return Optional.of(Pattern.compile(regex.toString()));
    } catch (PatternSyntaxException unreadable) {
      return Optional.empty();
    }
  }
}
