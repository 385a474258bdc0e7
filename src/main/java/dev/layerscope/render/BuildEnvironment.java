package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.content.Substitution;
import java.util.HashMap;
import java.util.Map;

/** The variables Argo CD puts into some texts of a source (specification §5.5). */
final class BuildEnvironment {
  private final Map<String, String> values = new HashMap<>();

  BuildEnvironment(Source source, Snapshot snapshot, Context context, Settings settings) {
    this(source, snapshot.commit(), context, settings);
  }

  /** For a chart of a Helm repository, whose revision is its version. */
  BuildEnvironment(Source source, Context context, Settings settings) {
    this(source, source.targetRevision().orElse(""), context, settings);
  }

  private BuildEnvironment(Source source, String commit, Context context, Settings settings) {
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
    return Substitution.expand(text, this::value);
  }

  /** A variable's value; empty for an unknown one. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** The same as {@link #substitute}, with every variable written down. */
  String substitute(String text, Footing footing) {
    return Substitution.expand(
        text,
        name -> {
          footing.variable(name, value(name));
          return value(name);
        });
  }
}
