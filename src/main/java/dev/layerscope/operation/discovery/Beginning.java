package dev.layerscope.operation.discovery;

import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.workspace.WorkspaceDraft;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The workspace as it is before anything was cloned: one root. */
final class Beginning {
  private Beginning() {}

  static WorkspaceDraft draft(Start start, String name) throws WorkspaceException {
    return switch (start) {
      case Start.InRepository(var url, String path, Optional<String> revision) ->
          draft(name, new WorkspaceDraft.DraftRoot.InGit(fileName(path), url, revision, path));
      case Start.Listed ignored -> draft(name, new WorkspaceDraft.DraftRoot.None());
      case Start.ManifestFile(Path file) ->
          draft(name, new WorkspaceDraft.DraftRoot.Beside(rootName(file), file.toString()));
    };
  }

  private static WorkspaceDraft draft(String name, WorkspaceDraft.DraftRoot root) {
    return WorkspaceDraft.beginning(name, root);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(ya?ml|json)$", "");
  }

  /** The first Application's name, as people call the cluster: without {@code -deps}. */
  private static String rootName(Path file) throws WorkspaceException {
    try {
      for (Document document : YamlReader.read(Files.readAllBytes(file), Reading.ARGO)) {
        Optional<String> name = argoName(document);
        if (name.isPresent()) {
          return name.get().replaceFirst("-(deps|dependencies|root)$", "");
        }
      }
    } catch (IOException e) {
      throw new WorkspaceException(file + " cannot be read: " + e.getMessage());
    }
    throw new WorkspaceException(
        file + " holds no Application and no ApplicationSet: there is nothing to follow.");
  }

  private static Optional<String> argoName(Document document) {
    return document instanceof Document.Content(int line, Mapping mapping, var notices)
        ? Manifest.of(mapping, new Origin("", "", ""))
            .filter(m -> NodeKind.ofArgoKind(m.gvk().kind()).isPresent() && !m.name().isEmpty())
            .map(Manifest::name)
        : Optional.empty();
  }
}
