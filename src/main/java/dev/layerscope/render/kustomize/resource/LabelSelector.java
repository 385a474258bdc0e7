package dev.layerscope.render.kustomize.resource;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kubernetes' label selector in its text form: {@code app=web,tier!=db,env in (a,b),!old}. */
final class LabelSelector {
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?:(?<not>!)\\s*(?<absent>[\\w./-]+)"
              + "|(?<key>[\\w./-]+)\\s*(?:(?<op>==|=|!=)\\s*(?<value>[\\w.-]*)"
              + "|\\s(?<set>in|notin)\\s*\\((?<values>[^)]*)\\))?)\\s*(?:,|$)");

  private LabelSelector() {}

  /** Whether labels satisfy a selector; an empty one is always satisfied. */
  static boolean matches(String selector, Map<String, String> labels) throws BuildException {
    String rest = selector.strip();
    Matcher term = TERM.matcher(rest);
    int at = 0;
    List<Boolean> results = new ArrayList<>();
    while (at < rest.length()) {
      if (!term.find(at) || term.start() != at || term.end() == at) {
        throw new BuildException("unable to parse requirement: found '" + rest.substring(at) + "'");
      }
      results.add(holds(term, labels));
      at = term.end();
    }
    return results.stream().allMatch(Boolean::booleanValue);
  }

  private static boolean holds(Matcher term, Map<String, String> labels) {
    if (term.group("not") != null) {
      return !labels.containsKey(term.group("absent"));
    }
    String key = term.group("key");
    String actual = labels.get(key);
    if (term.group("op") != null) {
      boolean equal = term.group("value").equals(actual);
      return term.group("op").equals("!=") != equal;
    }
    if (term.group("set") != null) {
      Set<String> values =
          Stream.of(term.group("values").split(",")).map(String::strip).collect(Collectors.toSet());
      boolean in = actual != null && values.contains(actual);
      return term.group("set").equals("in") == in;
    }
    return actual != null;
  }
}
