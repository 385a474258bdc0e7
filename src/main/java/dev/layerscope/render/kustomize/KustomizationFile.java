package dev.layerscope.render.kustomize;

import dev.layerscope.git.TreeEntry;
import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kustomization of a folder.
 *
 * @param entry the file it stands in
 */
record KustomizationFile(TreeEntry entry, Kustomization content) {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /**
   * Reads the kustomization of a loader's folder.
   *
   * @param edit what to change in the file before it is understood
   */
  static KustomizationFile read(Loader loader, KustomizationEdit edit) throws BuildException {
    TreeEntry file = file(loader);
    Mapping root = root(loader.documents(file, Reading.ARGO));
    return new KustomizationFile(file, Kustomization.read(edit.apply(root), loader.shownRoot()));
  }

  /** What the file says after an edit, not yet understood. */
  static Mapping edited(Loader loader, KustomizationEdit edit) throws BuildException {
    return edit.apply(root(loader.documents(file(loader), Reading.ARGO)));
  }

  private static Mapping root(List<Document> documents) throws BuildException {
    Optional<Document> first =
        documents.stream().filter(d -> !(d instanceof Document.Empty)).findFirst();
    if (first.isEmpty()) {
      return Mapping.EMPTY;
    }
    return switch (first.get()) {
      case Document.Broken broken ->
          throw new BuildException(
              "invalid Kustomization: error converting YAML to JSON: yaml: " + broken.message());
      case Document.Content content when content.root() instanceof Mapping mapping -> mapping;
      default ->
          throw new BuildException(
              "invalid Kustomization: json: cannot unmarshal into Go value of type"
                  + " types.Kustomization");
    };
  }

  /** The one file with a name that counts. */
  static TreeEntry file(Loader loader) throws BuildException {
    var found = new ArrayList<TreeEntry>();
    for (String name : NAMES) {
      loader.own(name).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw new BuildException(
          "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '%s'"
              .formatted(loader.shownRoot()));
    }
    if (found.size() > 1) {
      throw new BuildException(
          "Found multiple kustomization files under: " + loader.shownRoot() + "\n");
    }
    return found.getFirst();
  }
}
