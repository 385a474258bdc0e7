package dev.layerscope.edit.release;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.application.RetargetingPlanner;
import dev.layerscope.edit.draft.Declaration;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.Kustomizations;
import dev.layerscope.edit.draft.PlanDraft;
import dev.layerscope.edit.intention.ImageNames;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.origin.Patches;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.YamlPath;
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
    return inApplication(image)
        || inKustomizations(image)
        || inPatches(image)
        || rendered && elsewhere(image);
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
    for (Kustomizations.Level level : Kustomizations.from(files, snapshot(), root())) {
      if (entry(files, level, image)) {
        return true;
      }
    }
    return false;
  }

  /** A patch that sets it beats what the manifest says. */
  private boolean inPatches(Release.Image image) throws RefusedException {
    var patches = new Patches(edits.draft(source), snapshot(), root());
    List<Patches.Place> places = patches.images(image);
    for (Patches.Place place : places) {
      patches.set(place, Scalar.of(image.whole()), "sets the image");
      draft.comes(image.name(), "a patch in " + place.file());
    }
    return !places.isEmpty();
  }

  private boolean entry(FileDraft files, Kustomizations.Level level, Release.Image image)
      throws RefusedException {
    TreePath file = level.file();
    String text = files.text(file);
    List<Node> items = level.items("images");
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
        Kustomizations.in(snapshot(), root())
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

  private Snapshot snapshot() throws RefusedException {
    return edits
        .ground()
        .cloneOf(new RepoUrl(source.repository()))
        .flatMap(c -> source.revision().flatMap(r -> c.snapshot(r.commit())))
        .orElseThrow(() -> new RefusedException(edits.node().name() + " could not be read.", ""));
  }

  private static Optional<Mapping> mapping(String text) {
    return Yaml.roots(text).stream()
        .flatMap(Optional::stream)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .findFirst();
  }
}
