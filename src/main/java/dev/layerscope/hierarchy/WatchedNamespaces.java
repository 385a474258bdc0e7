package dev.layerscope.hierarchy;

import dev.layerscope.argocd.Settings;
import dev.layerscope.glob.GobwasGlob;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The namespaces outside its own that a control plane watches for Applications (specification
 * §1.11).
 */
record WatchedNamespaces(List<Predicate<String>> patterns) {
  static WatchedNamespaces of(Settings settings) {
    return new WatchedNamespaces(
        settings.applicationNamespaces().stream().map(WatchedNamespaces::predicate).toList());
  }

  boolean contains(String namespace) {
    return patterns.stream().anyMatch(pattern -> pattern.test(namespace));
  }

  private static Predicate<String> predicate(String pattern) {
    if (pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/")) {
      try {
        return Pattern.compile(pattern.substring(1, pattern.length() - 1)).asPredicate();
      } catch (PatternSyntaxException neverMatches) {
        return namespace -> false;
      }
    }
    return GobwasGlob.compile(pattern)
        .<Predicate<String>>map(glob -> glob::matches)
        .orElse(namespace -> false);
  }
}
