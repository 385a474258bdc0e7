package dev.layerscope.operation.resolve;

import dev.layerscope.hierarchy.Root;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.operation.Selection;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A folder of a repository as a root of its own: what an Application on it would bring. */
final class FolderRoot {
  static final String NAME = "folder";

  private FolderRoot() {}

  static Root of(Workspace workspace, Selection.Base.Folder folder) {
    Map<String, Node> source = new LinkedHashMap<>();
    source.put("repoURL", Scalar.of(folder.url()));
    source.put("path", Scalar.of(folder.path().isEmpty() ? "." : folder.path()));
    folder.ref().ifPresent(ref -> source.put("targetRevision", Scalar.of(ref)));
    String namespace = workspace.settings().namespace();
    Mapping application =
        Mapping.of(
            Map.of(
                "metadata",
                Mapping.of(Map.of("name", Scalar.of(NAME), "namespace", Scalar.of(namespace))),
                "spec",
                Mapping.of(
                    Map.of(
                        "source",
                        Mapping.of(source),
                        "destination",
                        Mapping.of(
                            Map.of("server", Scalar.of("https://kubernetes.default.svc")))))));
    var manifest =
        new Manifest(
            Gvk.parse("argoproj.io/v1alpha1", "Application"),
            namespace,
            NAME,
            application.with("kind", Scalar.of("Application")),
            new Origin("", "", ""));
    return new Root(
        NAME,
        NAME,
        NAME,
        namespace,
        Set.of(),
        new Root.Bootstrap.Local(List.of(manifest), List.of()));
  }
}
