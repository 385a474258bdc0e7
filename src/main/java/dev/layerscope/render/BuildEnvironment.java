package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.Snapshot;
import dev.layerscope.render.content.Substitution;

/** The variables Argo CD puts into some texts of a source (specification §5.5). */
record BuildEnvironment(Source source, String commit, Context context, Settings settings) {
  BuildEnvironment(Source source, Snapshot snapshot, Context context, Settings settings) {
    this(source, snapshot.commit(), context, settings);
  }

  /** For a chart of a Helm repository, whose revision is its version. */
  BuildEnvironment(Source source, Context context, Settings settings) {
    this(source, source.targetRevision().orElse(""), context, settings);
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
    return switch (name) {
      case "ARGOCD_APP_NAME" -> context.instanceName();
      case "ARGOCD_APP_NAMESPACE" -> context.destinationNamespace().orElse("");
      case "ARGOCD_APP_PROJECT_NAME" -> context.project();
      case "ARGOCD_APP_REVISION" -> commit;
      case "ARGOCD_APP_REVISION_SHORT" -> commit.substring(0, Math.min(7, commit.length()));
      case "ARGOCD_APP_REVISION_SHORT_8" -> commit.substring(0, Math.min(8, commit.length()));
      case "ARGOCD_APP_SOURCE_REPO_URL" -> source.repoURL().text();
      case "ARGOCD_APP_SOURCE_PATH" -> source.path().orElse("");
      case "ARGOCD_APP_SOURCE_TARGET_REVISION" -> source.targetRevision().orElse("");
      case "KUBE_VERSION" -> settings.kubeVersion().orElse("");
      case "KUBE_API_VERSIONS" -> String.join(",", settings.apiVersions());
      default -> "";
    };
  }
}
