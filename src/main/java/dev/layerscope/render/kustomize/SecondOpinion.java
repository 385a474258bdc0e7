package dev.layerscope.render.kustomize;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.tool.UsersTool;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's tool asked about a folder that the built-in engine only came near to. */
record SecondOpinion(UsersTool tool) {

  /** What the tool makes of the folder a loader stands at; empty when it makes nothing of it. */
  Optional<Built> build(
      Snapshot snapshot, Loader loader, KustomizationEdit edit, BuildOptions options) {
    try {
      TreePath file = KustomizationFile.file(loader).path();
      Map<TreePath, String> edited =
          edit.equals(KustomizationEdit.NONE)
              ? Map.of()
              : Map.of(file, YamlPrinter.print(KustomizationFile.edited(loader, edit)));
      return tool.build(snapshot, loader.root(), edited, options.unrestricted())
          .map(text -> built(text, Origin.of(snapshot, file)));
    } catch (BuildException e) {
      return Optional.empty();
    }
  }

  /** The objects stand nowhere in the repository as they are, so they have no lines. */
  private Built built(String text, Origin origin) {
    List<Manifest> manifests = new ArrayList<>();
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content && content.root() instanceof Mapping root) {
        Manifest.of((Mapping) Tree.foreign(root).toNode(), origin).ifPresent(manifests::add);
      }
    }
    return new Built(
        manifests, Certainty.assumed("built by " + tool.display() + " here"), List.of(), false);
  }
}
