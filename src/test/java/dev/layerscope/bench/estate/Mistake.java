package dev.layerscope.bench.estate;

import dev.layerscope.finding.FindingCode;
import java.util.List;

/** A mistake that is made on purpose in the manifest of an Application, and what tells it. */
enum Mistake {
  /** The folder is called otherwise. */
  PATH(FindingCode.MISSING_PATH_ERROR),
  /** The branch is called otherwise. */
  REVISION(FindingCode.UNRESOLVED_REVISION_ERROR),
  /** A merge brought along what belongs to another environment. */
  ENVIRONMENT(FindingCode.WRONG_ENVIRONMENT_REVISION_WARNING),
  /** An option that Argo CD does not know. */
  OPTION(FindingCode.UNKNOWN_SYNC_OPTION_WARNING),
  /** Deleting the Application would leave everything behind. */
  FINALIZER(FindingCode.MISSING_FINALIZER_INFO),
  /** Both ways to name a cluster. */
  DESTINATION(FindingCode.AMBIGUOUS_DESTINATION_ERROR);

  private final FindingCode code;

  Mistake(FindingCode code) {
    this.code = code;
  }

  /** The mistakes one after the other, over and over. */
  static Mistake of(int number) {
    return values()[number % values().length];
  }

  static List<Mistake> all() {
    return List.of(values());
  }

  /** What a check says. */
  FindingCode code() {
    return code;
  }

  /** The manifest with the mistake in it. */
  String in(String manifest, String environment) {
    String branch = Environments.branch(environment);
    return switch (this) {
      case PATH -> manifest.replaceFirst("(    path: \\S+)", "$1-gone");
      case REVISION -> manifest.replace("targetRevision: " + branch, "targetRevision: relase-1");
      case ENVIRONMENT ->
          manifest.replace(
              "targetRevision: " + branch,
              "targetRevision: " + (branch.equals("prod") ? "qa" : "prod"));
      case OPTION -> manifest.replace("CreateNamespace=true", "CreateNamespaces=true");
      case FINALIZER ->
          manifest.replace("  finalizers: [resources-finalizer.argocd.argoproj.io]\n", "");
      case DESTINATION ->
          manifest.replace(
              "    server: https://kubernetes.default.svc\n",
              "    server: https://kubernetes.default.svc\n    name: in-cluster\n");
    };
  }
}
