package dev.layerscope.workspace;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.Root;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The roots of a workspace as the hierarchy wants them; the manifests beside the workspace file are
 * read here.
 */
public final class RootFiles {
  private RootFiles() {}

  /** All roots, in the order of the file. */
  public static List<Root> of(Workspace workspace) {
    return workspace.roots().stream().map(entry -> root(workspace, entry)).toList();
  }

  private static Root root(Workspace workspace, Workspace.RootEntry entry) {
    Root.Bootstrap bootstrap =
        entry
            .manifest()
            .map(manifest -> local(workspace, manifest))
            .orElseGet(() ->
                new Root.Bootstrap.InGit(
                    entry.repoURL().orElseThrow(), entry.revision(), entry.path().orElseThrow()));
    String namespace =
        entry.namespace().orElse(workspace.settingsOf(entry.controlPlane(), List.of()).namespace());
    return new Root(
        entry.name(),
        entry.of(),
        entry.controlPlane(),
        namespace,
        Set.copyOf(entry.environments()),
        bootstrap);
  }

  private static Root.Bootstrap local(Workspace workspace, String manifest) {
    Path file = workspace.folder().resolve(manifest);
    var origin = new Origin("", "", manifest);
    try {
      return read(YamlReader.read(Files.readAllBytes(file), Reading.ARGO), origin);
    } catch (IOException e) {
      return new Root.Bootstrap.Local(
          List.of(),
          List.of(
              Finding.of(
                  FindingCode.ROOT_UNREADABLE_ERROR,
                  manifest + " beside the workspace file cannot be read",
                  Location.besideWorkspace(manifest, 0))));
    }
  }

  private static Root.Bootstrap read(List<Document> documents, Origin origin) {
    var manifests = new ArrayList<Manifest>();
    var findings = new ArrayList<Finding>();
    for (Document document : documents) {
      if (document instanceof Document.Content(int line, Mapping mapping, var notices)) {
        Optional<Manifest> manifest = Manifest.of(mapping, origin);
        manifest
            .filter(m ->
                NodeKind.ofArgoKind(m.gvk().kind()).isPresent() && m.gvk().isArgo(m.gvk().kind()))
            .ifPresent(manifests::add);
      } else if (document instanceof Document.Broken(int line, String message)) {
        findings.add(Finding.of(FindingCode.MANIFEST_UNREADABLE_ERROR, message, origin.line(line)));
      }
    }
    if (manifests.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.ROOT_UNREADABLE_ERROR,
              origin.path() + " holds no Application, ApplicationSet or AppProject",
              origin.line(0)));
    }
    return new Root.Bootstrap.Local(manifests, findings);
  }
}
