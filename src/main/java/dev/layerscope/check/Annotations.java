package dev.layerscope.check;

import dev.layerscope.argocd.SyncOptions;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.render.RenderedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Annotations of Argo CD on rendered objects that it cannot read, and passes over (specification
 * §1.10; mistake 36 on objects).
 */
public final class Annotations implements Rule.OfNode {
  private static final String PREFIX = "argocd.argoproj.io/";
  private static final Pattern WAVE = Pattern.compile("[-+]?[0-9]{1,9}");
  private static final Set<String> HOOKS =
      Set.of("PreSync", "Sync", "PostSync", "SyncFail", "Skip", "PreDelete", "PostDelete");
  private static final Set<String> DELETE_POLICIES =
      Set.of("HookSucceeded", "HookFailed", "BeforeHookCreation");

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    var findings = new ArrayList<Finding>();
    for (RenderedObject object : node.objects()) {
      if (object.annotations().isEmpty()) {
        continue;
      }
      for (Map.Entry<String, String> entry : object.annotations().entrySet()) {
        String name = entry.getKey();
        if (name.startsWith(PREFIX)) {
          String wrong = wrong(object, name.substring(PREFIX.length()), entry.getValue());
          if (!wrong.isEmpty()) {
            findings.add(
                Finding.of(
                        FindingCode.INVALID_ANNOTATION_WARNING,
                        object.key().text() + ": " + name + " " + wrong,
                        object.place())
                    .notSurerThan(node.certainty()));
          }
        }
      }
    }
    return findings;
  }

  private static String wrong(RenderedObject object, String name, String value) {
    return switch (name) {
      case "sync-wave" ->
          WAVE.matcher(value).matches() ? "" : "“" + value + "” is no integer, so it is wave 0";
      case "hook" -> unknown(value, HOOKS);
      case "hook-delete-policy" -> unknown(value, DELETE_POLICIES);
      case "sync-options" -> unknown(value, SyncOptions.OF_OBJECTS);
      case "refresh", "hydrate" ->
          object.gvk().group().equals(Gvk.ARGO) ? "is Argo CD's own to write, not git's" : "";
      default -> "";
    };
  }

  private static String unknown(String value, Set<String> known) {
    List<String> unknown =
        List.of(value.split(",")).stream()
            .map(String::strip)
            .filter(word -> !word.isEmpty() && !known.contains(word))
            .toList();
    return unknown.isEmpty()
        ? ""
        : "knows no “" + String.join("”, “", unknown) + "” and passes over it";
  }
}
