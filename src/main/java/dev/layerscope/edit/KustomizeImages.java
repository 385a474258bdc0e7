package dev.layerscope.edit;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An image of a kustomized source: set in the Application's own block, else in the outermost
 * kustomization that names it, else in the manifest when that belongs to this Application alone,
 * else by a new entry in the outermost kustomization.
 */
final class KustomizeImages {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final ReleasePlanner.Edits edits;
  private final ResolvedSource source;
  private final PlanDraft draft;

  KustomizeImages(ReleasePlanner.Edits edits, ResolvedSource source, PlanDraft draft) {
    this.edits = edits;
    this.source = source;
    this.draft = draft;
  }

  boolean set(Release.Image image) throws RefusedException {
    boolean rendered = !edits.filesWith(source, image).isEmpty() || renamed(image);
    return inApplication(image) || inKustomizations(image) || rendered && elsewhere(image);
  }

  private boolean renamed(Release.Image image) {
    Set<String> images = new HashSet<>();
    edits.rendered().forEach(m -> ImageNames.in(m.root(), images));
    return images.stream().anyMatch(image::names);
  }

  /** {@code spec.source.kustomize.images}: {@code [NAME=]NEW:TAG}, which beats everything. */
  private boolean inApplication(Release.Image image) throws RefusedException {
    Optional<Sequence> images =
        source.declared().kustomize().flatMap(block -> block.sequence("images"));
    List<Node> items = images.map(Sequence::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String text = items.get(i).asText().orElse("");
      String key = text.contains("=") ? text.substring(0, text.indexOf('=') + 1) : "";
      if (image.names(text.substring(key.length())) || key.equals(image.name() + "=")) {
        Declaration declared = Declaration.of(edits.ground(), List.of(edits.node()));
        YamlPath at = RetargetingPlanner.source(declared).down("kustomize", "images").item(i);
        edits.set(declared, at, key + image.whole(), "sets the image");
        draft.comes(image.name(), declared.described());
        return true;
      }
    }
    return false;
  }

  private boolean inKustomizations(Release.Image image) throws RefusedException {
    FileDraft files = edits.draft(source);
    Deque<TreePath> folders = new ArrayDeque<>(List.of(root()));
    Set<TreePath> seen = new HashSet<>();
    while (!folders.isEmpty()) {
      TreePath folder = folders.poll();
      Optional<TreePath> file = seen.add(folder) ? kustomization(folder) : Optional.empty();
      if (file.isPresent()) {
        String text = files.text(file.get());
        Optional<Mapping> root = mapping(text);
        if (root.isPresent() && entry(files, file.get(), text, root.get(), image)) {
          return true;
        }
        root.ifPresent(r -> folders.addAll(below(folder, r)));
      }
    }
    return false;
  }

  private boolean entry(
      FileDraft files, TreePath file, String text, Mapping root, Release.Image image)
      throws RefusedException {
    List<Node> items = root.sequence("images").map(Sequence::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      Optional<String> name = items.get(i).textAt("name");
      Optional<String> newName = items.get(i).textAt("newName");
      if (newName.or(() -> name).filter(image.name()::equals).isPresent()
          || name.filter(image.name()::equals).isPresent()) {
        YamlPath at = YamlPath.of("images").item(i);
        String set = image.digest() ? "digest" : "newTag";
        String other = image.digest() ? "newTag" : "digest";
        String value = image.digest() ? image.version().substring(1) : image.version();
        String after = Yaml.set(text, at.down(set), Scalar.of(value), file.toString());
        if (items.get(i).at(other).isPresent()) {
          after = Yaml.done(Splice.delete(after, at.down(other)), file.toString());
        }
        files.change(file, after, "sets the image");
        draft.comes(image.name(), "images of " + file);
        return true;
      }
    }
    return false;
  }

  /** In the manifest when it is the Application's own, else over it. */
  private boolean elsewhere(Release.Image image) throws RefusedException {
    Set<TreePath> paths = edits.filesWith(source, image);
    boolean own = !paths.isEmpty() && paths.stream().allMatch(p -> p.isWithin(root()));
    if (own) {
      boolean found = false;
      for (TreePath path : paths) {
        found |= edits.setAll(source, path, image);
      }
      if (found) {
        return true;
      }
    }
    FileDraft files = edits.draft(source);
    TreePath file =
        kustomization(root())
            .orElseThrow(() -> new RefusedException(root() + " has no kustomization.", ""));
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("name", Scalar.of(image.name()));
    entry.put(
        image.digest() ? "digest" : "newTag",
        Scalar.of(image.digest() ? image.version().substring(1) : image.version()));
    String text = files.text(file);
    YamlPath images = YamlPath.of("images");
    boolean there = mapping(text).flatMap(r -> r.sequence("images")).isPresent();
    String after =
        there
            ? Yaml.done(Splice.append(text, images, Mapping.of(entry)), file.toString())
            : Yaml.set(text, images, Sequence.of(List.of(Mapping.of(entry))), file.toString());
    files.change(file, after, "sets the image");
    draft.note(
        image.name()
            + " comes from a base that others may share; it is set in "
            + file
            + " over it.");
    return true;
  }

  private TreePath root() {
    return TreePath.clean(source.declared().path().orElse("")).orElse(TreePath.ROOT);
  }

  private Optional<TreePath> kustomization(TreePath folder) {
    Optional<Snapshot> snapshot =
        edits
            .ground()
            .cloneOf(new RepoUrl(source.repository()))
            .flatMap(c -> source.revision().flatMap(r -> c.snapshot(r.commit())));
    return NAMES.stream()
        .flatMap(name -> snapshot.flatMap(s -> s.find(folder.child(name))).stream())
        .filter(TreeEntry::isFile)
        .map(TreeEntry::path)
        .findFirst();
  }

  private static List<TreePath> below(TreePath folder, Mapping root) {
    return List.of("resources", "bases", "components").stream()
        .flatMap(key -> root.sequence(key).stream())
        .flatMap(list -> list.items().stream())
        .flatMap(item -> item.asText().stream())
        .filter(text -> !text.contains("://") && !text.matches(".*\\.ya?ml"))
        .flatMap(text -> folder.walk(text).stream())
        .toList();
  }

  private static Optional<Mapping> mapping(String text) {
    return Yaml.roots(text).stream()
        .flatMap(Optional::stream)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .findFirst();
  }
}
