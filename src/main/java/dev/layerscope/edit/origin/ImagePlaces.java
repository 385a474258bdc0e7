package dev.layerscope.edit.origin;

import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.text.Yaml;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where images stand in YAML: whole in manifests, in parts in the values of a chart. */
public final class ImagePlaces {
  private ImagePlaces() {}

  /**
   * One place to change.
   *
   * @param value what has to stand there
   */
  public record Place(YamlPath path, String value) {}

  /** Every {@code image: NAME…} of a text. */
  public static List<Place> whole(String text, Release.Image image) {
    var places = new ArrayList<Place>();
    List<Optional<Node>> roots = Yaml.roots(text);
    for (int i = 0; i < roots.size(); i++) {
      YamlPath root = YamlPath.root(i);
      roots.get(i).ifPresent(node -> walk(node, root, image, false, places));
    }
    return places;
  }

  /** The same, and {@code repository:} beside {@code tag:}, as charts have it. */
  public static List<Place> values(Node values, YamlPath at, Release.Image image) {
    var places = new ArrayList<Place>();
    walk(values, at, image, true, places);
    return places;
  }

  private static void walk(
      Node node, YamlPath at, Release.Image image, boolean parts, List<Place> places) {
    switch (node) {
      case Mapping mapping -> {
        for (Mapping.Entry entry : mapping.entries()) {
          YamlPath below = at.down(entry.name());
          if (entry.name().equals("image")
              && entry.value() instanceof Scalar scalar
              && image.names(scalar.text())) {
            places.add(new Place(below, image.whole()));
          } else {
            walk(entry.value(), below, image, parts, places);
          }
        }
        if (parts) {
          inParts(mapping, at, image, places);
        }
      }
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          walk(list.items().get(i), at.item(i), image, parts, places);
        }
      }
      case Scalar ignored -> {}
    }
  }

  private static void inParts(
      Mapping mapping, YamlPath at, Release.Image image, List<Place> places) {
    Optional<String> repository = mapping.textAt("repository");
    Optional<String> registry = mapping.textAt("registry").filter(r -> !r.isEmpty());
    String whole = registry.map(r -> r + "/").orElse("") + repository.orElse("");
    boolean named =
        repository.isPresent()
            && (whole.equals(image.name()) || repository.get().equals(image.name()));
    String key = image.digest() ? "digest" : "tag";
    if (named && mapping.has(key)) {
      places.add(
          new Place(at.down(key), image.digest() ? image.version().substring(1) : image.version()));
    }
  }
}
