package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.tool.UsersTool;

/**
 * A few files and what is built of them, in the order they were loaded.
 *
 * <pre>{@code
 * Kustomized.files()
 *     .file("kustomization.yaml", "resources: [a.yaml]")
 *     .file("a.yaml", "…")
 *     .text(".")
 * }</pre>
 */
final class Kustomized {
  private static final BuildOptions AS_LOADED =
      new BuildOptions(false, false, false, Certainty.EXACT);

  /** A Deployment to work on. */
  static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 1
        template:
          spec:
            containers:
            - name: web
              image: shop/web:1.0
      """;

  private final TreeFixture files = new TreeFixture("https://git.example.com/shop.git");

  static Kustomized files() {
    return new Kustomized();
  }

  Kustomized file(String path, String content) {
    files.file(path, content);
    return this;
  }

  Kustomized link(String path, String target) {
    files.link(path, target);
    return this;
  }

  /** A ConfigMap with one entry. */
  static String configMap(String name, String key, String value) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: %s
    data:
      %s: %s
    """
        .formatted(name, key, value);
  }

  Built build(String folder) {
    return build(folder, AS_LOADED);
  }

  Built build(String folder, BuildOptions options) {
    Snapshot snapshot = files.snapshot();
    return new KustomizeRenderer(new NoRepositories(), new ParsedFiles())
        .build(
            snapshot,
            snapshot.find(TreePath.clean(folder).orElseThrow()).orElseThrow(),
            options,
            KustomizationEdit.NONE);
  }

  /** The result when a program may be asked. */
  Built asking(String folder, UsersTool tool) {
    Snapshot snapshot = files.snapshot();
    return new KustomizeRenderer(new NoRepositories(), new ParsedFiles())
        .asking(tool)
        .build(
            snapshot,
            snapshot.find(TreePath.clean(folder).orElseThrow()).orElseThrow(),
            BuildOptions.DEFAULT,
            KustomizationEdit.NONE);
  }

  /** The result, which has to be exact. */
  String text(String folder) {
    Built built = build(folder);
    if (built.failed() || !built.certainty().exact()) {
      throw new AssertionError(built.findings() + " " + built.certainty());
    }
    return KustomizePrint.print(built.manifests());
  }

  /** Why nothing is built. */
  String error(String folder) {
    Built built = build(folder);
    if (!built.failed()) {
      throw new AssertionError("built: " + KustomizePrint.print(built.manifests()));
    }
    return built.findings().getFirst().message();
  }
}
