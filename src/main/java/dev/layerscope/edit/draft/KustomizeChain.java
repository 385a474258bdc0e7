package dev.layerscope.edit.draft;

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.estate.Host;
import dev.layerscope.edit.text.KustomizationEntries;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.YamlPath;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kustomizations between a folder that Kustomize builds and the folder new files go to. */
public final class KustomizeChain {
  private final Host host;

  public KustomizeChain(Host host) {
    this.host = host;
  }

  /** What has to change so that new files are built, too. */
  public FileChange listing(List<TreePath> files) throws RefusedException {
    TreePath folder = files.getFirst().parent();
    refuseTransformers(folder);
    TreeEntry nearest = nearest(folder);
    TreePath home = nearest.path().parent();
    String text = text(nearest);
    List<String> entries = files.stream().map(file -> file.relativeTo(home)).toList();
    String after = KustomizationEntries.add(described(nearest), text, entries);
    return FileChange.modified(nearest.path(), text, after, "lists the new files");
  }

  /** The kustomization that names a file lists others as well from now on. */
  public void list(FileDraft files, List<TreePath> added) throws RefusedException {
    if (!added.isEmpty()) {
      FileChange listed = listing(added);
      files.change(listed.path(), listed.after().orElse(""), listed.reason());
    }
  }

  /**
   * The kustomization that names a file names it no more. It need not lie within the folder that is
   * built: a base or a component of it may name the file.
   */
  void unlist(FileDraft files, TreePath file) throws RefusedException {
    for (TreePath at = file.parent(); ; at = at.parent()) {
      Optional<TreeEntry> found = kustomization(at);
      if (found.isPresent() && unlisted(files, found.get(), file)) {
        return;
      }
      if (at.isRoot()) {
        throw new RefusedException(
            "No kustomization of " + host.repository().shortName() + " lists " + file + ".",
            "Take it out by hand.");
      }
    }
  }

  private boolean unlisted(FileDraft files, TreeEntry kustomization, TreePath file)
      throws RefusedException {
    String now = files.text(kustomization.path());
    String entry = file.relativeTo(kustomization.path().parent());
    List<Node> items =
        Yaml.at(now, YamlPath.of("resources"))
            .filter(Sequence.class::isInstance)
            .map(r -> ((Sequence) r).items())
            .orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      Optional<String> item = items.get(i).asText();
      if (item.filter(t -> t.equals(entry) || t.equals("./" + entry)).isPresent()) {
        String after =
            Yaml.done(
                Splice.delete(now, YamlPath.of("resources").item(i)), described(kustomization));
        files.change(kustomization.path(), after, "lists what is there");
        return true;
      }
    }
    return false;
  }

  /** The kustomization that lists a file; it may lie outside of the folder that is built. */
  public TreePath home(TreePath file) throws RefusedException {
    return nearest(file.parent()).path();
  }

  /** The kustomization a file belongs to; it may lie outside of the folder that is built. */
  private TreeEntry nearest(TreePath folder) throws RefusedException {
    for (TreePath at = folder; ; at = at.parent()) {
      Optional<TreeEntry> found = kustomization(at);
      if (found.isPresent()) {
        return found.get();
      }
      if (at.isRoot()) {
        throw new RefusedException("There is no kustomization in " + host.described() + ".", "");
      }
    }
  }

  private Optional<TreeEntry> kustomization(TreePath folder) {
    return Kustomizations.in(host.snapshot(), folder).flatMap(host.snapshot()::find);
  }

  /**
   * A namespace transformer would move the Application and the project out of the control plane.
   */
  private void refuseTransformers(TreePath folder) throws RefusedException {
    Optional<String> declared =
        host.source().declared().kustomize().flatMap(KustomizationEntries::transformer);
    if (declared.isPresent()) {
      throw transformed(host.nodes().getFirst().name() + " sets " + declared.get());
    }
    for (TreePath at = folder; at.isWithin(host.folder()); at = at.parent()) {
      Optional<TreeEntry> file = kustomization(at);
      Optional<String> found = file.flatMap(this::root).flatMap(KustomizationEntries::transformer);
      if (found.isPresent()) {
        throw transformed(described(file.orElseThrow()) + " sets " + found.get());
      }
      if (at.isRoot()) {
        return;
      }
    }
  }

  private RefusedException transformed(String where) {
    return new RefusedException(
        where + ", which would move or rename all of the new objects.",
        "Bind the team where no kustomization rewrites it, or take the transformer away first.");
  }

  private Optional<Mapping> root(TreeEntry file) {
    List<Document> documents = YamlReader.read(host.snapshot().read(file), Reading.KYAML);
    return documents.stream()
        .filter(Document.Content.class::isInstance)
        .map(d -> ((Document.Content) d).root())
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .findFirst();
  }

  private String text(TreeEntry file) throws RefusedException {
    byte[] bytes = host.snapshot().read(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new RefusedException(described(file) + " is not written in UTF-8.", "");
    }
    return text;
  }

  private String described(TreeEntry file) {
    return file.path() + " of " + host.repository().shortName() + " on " + host.branch().name();
  }
}
