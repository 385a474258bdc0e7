package dev.layerscope.edit.origin;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.draft.FileDraft;
import dev.layerscope.edit.draft.Kustomizations;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.text.InlineText;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The patches that kustomizations lay over an object (specification §4): a value they set has to be
 * changed there, since changing it below would change nothing.
 */
public final class Patches {
  private static final List<String> KEYS =
      List.of("patchesJson6902", "patches", "patchesStrategicMerge");

  private final FileDraft files;
  private final Snapshot snapshot;
  private final TreePath root;

  /**
   * @param files the branch as it will be
   * @param root the folder that is built
   */
  public Patches(FileDraft files, Snapshot snapshot, TreePath root) {
    this.files = files;
    this.snapshot = snapshot;
    this.root = root;
  }

  /**
   * Where a patch sets a value.
   *
   * @param inline the scalar of the file that holds the patch as text; empty for a patch in a file
   *     of its own
   * @param at within the patch
   */
  public record Place(TreePath file, Optional<YamlPath> inline, YamlPath at) {}

  /** One patch as it is written. */
  private record Patch(TreePath file, Optional<YamlPath> inline, String text, Node entry) {}

  /** Where a field of an object is set last, and so for good; empty when no patch sets it. */
  public Optional<Place> strongest(String kind, String name, YamlPath field)
      throws RefusedException {
    for (Kustomizations.Level level : Kustomizations.from(files, snapshot, root)) {
      for (Patch patch : patches(level)) {
        Optional<YamlPath> at = sets(patch, kind, name, field);
        if (at.isPresent()) {
          return Optional.of(new Place(patch.file(), patch.inline(), at.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Where patches set an image, in the outermost kustomization that does. */
  public List<Place> images(Release.Image image) throws RefusedException {
    for (Kustomizations.Level level : Kustomizations.from(files, snapshot, root)) {
      var found = new ArrayList<Place>();
      for (Patch patch : patches(level)) {
        for (ImagePlaces.Place place : ImagePlaces.whole(patch.text(), image)) {
          found.add(new Place(patch.file(), patch.inline(), place.path()));
        }
        for (YamlPath value : operations(patch, image)) {
          found.add(new Place(patch.file(), patch.inline(), value));
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<YamlPath> operations(Patch patch, Release.Image image) {
    var found = new ArrayList<YamlPath>();
    List<Optional<Node>> roots = Yaml.roots(patch.text());
    for (int d = 0; d < roots.size(); d++) {
      if (roots.get(d).orElse(Mapping.EMPTY) instanceof Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          Node operation = list.items().get(i);
          boolean sets =
              operation.textAt("path").filter(p -> p.endsWith("/image")).isPresent()
                  && operation.textAt("value").filter(image::names).isPresent();
          if (sets) {
            found.add(YamlPath.root(d).item(i).down("value"));
          }
        }
      }
    }
    return found;
  }

  /** The last one first. */
  private List<Patch> patches(Kustomizations.Level level) throws RefusedException {
    TreePath file = level.file();
    var found = new ArrayList<Patch>();
    for (String key : KEYS) {
      List<Node> items = level.items(key);
      for (int i = items.size() - 1; i >= 0; i--) {
        YamlPath at = YamlPath.of(key).item(i);
        Optional<String> plain = items.get(i).asText();
        Optional<String> inline =
            items.get(i).textAt("patch").or(() -> plain.filter(text -> text.contains("\n")));
        Optional<TreePath> path =
            items
                .get(i)
                .textAt("path")
                .or(() -> plain.filter(text -> !text.contains("\n")))
                .flatMap(text -> file.parent().walk(text));
        if (inline.isPresent()) {
          YamlPath scalar = plain.isPresent() ? at : at.down("patch");
          found.add(new Patch(file, Optional.of(scalar), inline.get(), items.get(i)));
        } else if (path.isPresent() && snapshot.find(path.get()).isPresent()) {
          found.add(new Patch(path.get(), Optional.empty(), files.text(path.get()), items.get(i)));
        }
      }
    }
    return found;
  }

  private static Optional<YamlPath> sets(Patch patch, String kind, String name, YamlPath field) {
    List<Optional<Node>> roots = Yaml.roots(patch.text());
    for (int i = 0; i < roots.size(); i++) {
      Node body = roots.get(i).orElse(Mapping.EMPTY);
      YamlPath at = new YamlPath(i, field.steps());
      if (body instanceof Sequence operations) {
        Optional<YamlPath> value = operation(i, operations, pointer(field));
        if (value.isPresent() && targets(patch.entry(), kind, name)) {
          return value;
        }
      } else if ((Yaml.is((Mapping) body, kind, name) || targets(patch.entry(), kind, name))
          && Yaml.at(patch.text(), at).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The last operation that sets a value. */
  private static Optional<YamlPath> operation(int document, Sequence operations, String pointer) {
    for (int i = operations.items().size() - 1; i >= 0; i--) {
      Node operation = operations.items().get(i);
      boolean sets =
          operation.textAt("op").filter(op -> op.equals("replace") || op.equals("add")).isPresent();
      if (sets && operation.textAt("path").equals(Optional.of(pointer))) {
        return Optional.of(YamlPath.root(document).item(i).down("value"));
      }
    }
    return Optional.empty();
  }

  private static String pointer(YamlPath field) {
    return field.steps().stream()
        .map(step ->
            switch (step) {
              case YamlPath.Step.Key key -> "/" + key.name().replace("~", "~0").replace("/", "~1");
              case YamlPath.Step.Index index -> "/" + index.at();
            })
        .collect(Collectors.joining());
  }

  /** A target without a name means every object of its kind; other patterns are not followed. */
  private static boolean targets(Node entry, String kind, String name) {
    Optional<Node> target = entry.at("target");
    return target.isPresent()
        && target.get().textAt("kind").filter(k -> !k.equals(kind)).isEmpty()
        && target.get().textAt("name").filter(n -> !n.equals(name) && !n.equals(".*")).isEmpty()
        && target.get().at("labelSelector").isEmpty()
        && target.get().at("annotationSelector").isEmpty();
  }

  /** Sets a value there; nothing else of the file changes. */
  public void set(Place place, Node value, String reason) throws RefusedException {
    String text = files.text(place.file());
    String after =
        place.inline().isEmpty()
            ? Yaml.set(text, place.at(), value, place.file().toString())
            : inline(text, place.inline().get(), place, value);
    files.change(place.file(), after, reason);
  }

  private static String inline(String text, YamlPath scalar, Place place, Node value)
      throws RefusedException {
    String where = "the patch in " + place.file();
    String patch = Yaml.at(text, scalar).flatMap(Node::asText).orElse("");
    String changed = Yaml.set(patch, place.at(), value, where);
    return InlineText.replace(text, scalar, changed, where);
  }
}
