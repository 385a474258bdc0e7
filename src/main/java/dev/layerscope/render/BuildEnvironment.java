package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.Snapshot;
import java.util.HashMap;
import java.util.Map;

/** The variables Argo CD puts into some texts of a source (specification §5.5). */
final class BuildEnvironment {
  private final Map<String, String> values = new HashMap<>();

  BuildEnvironment(Source source, Snapshot snapshot, Context context, Settings settings) {
    String commit = snapshot.commit();
    values.put("ARGOCD_APP_NAME", context.instanceName());
    values.put("ARGOCD_APP_NAMESPACE", context.destinationNamespace().orElse(""));
    values.put("ARGOCD_APP_PROJECT_NAME", context.project());
    values.put("ARGOCD_APP_REVISION", commit);
    values.put("ARGOCD_APP_REVISION_SHORT", commit.substring(0, Math.min(7, commit.length())));
    values.put("ARGOCD_APP_REVISION_SHORT_8", commit.substring(0, Math.min(8, commit.length())));
    values.put("ARGOCD_APP_SOURCE_REPO_URL", source.repoURL().text());
    values.put("ARGOCD_APP_SOURCE_PATH", source.path().orElse(""));
    values.put("ARGOCD_APP_SOURCE_TARGET_REVISION", source.targetRevision().orElse(""));
    values.put("KUBE_VERSION", settings.kubeVersion().orElse(""));
    values.put("KUBE_API_VERSIONS", String.join(",", settings.apiVersions()));
  }

  /**
   * The text with {@code $NAME} and <code>${NAME}</code> replaced; unknown ones vanish, {@code $$}
   * is a dollar.
   */
  String substitute(String text) {
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '$' || at + 1 >= text.length()) {
        out.append(c);
        at++;
        continue;
      }
      int start = at + 1;
      int end = start;
      boolean braces = text.charAt(start) == '{';
      if (braces) {
        end = text.indexOf('}', start);
        if (end < 0) {
          // Go swallows an opening that is never closed.
          at += 2;
          continue;
        }
        out.append(value(text.substring(start + 1, end)));
        at = end + 1;
        continue;
      }
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      if (end == start) {
        boolean dollar = text.charAt(start) == '$';
        out.append('$');
        at = dollar ? start + 1 : start;
        continue;
      }
      out.append(value(text.substring(start, end)));
      at = end;
    }
    return out.toString();
  }

  private String value(String name) {
    return name.equals("$") ? "$" : values.getOrDefault(name, "");
  }
}
