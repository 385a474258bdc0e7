package dev.layerscope.render.kustomize;

import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code kustomize edit set image}: entries of the same name are replaced, {@code *} keeps a part
 * of the old one.
 */
record ImageEdits(List<String> images) {
  private static final List<String> PARTS = List.of("newName", "newTag", "digest");

  Mapping apply(Mapping root) throws BuildException {
    if (images.isEmpty()) {
      return root;
    }
    Map<String, Mapping> wanted = new LinkedHashMap<>();
    for (String image : images) {
      Mapping parsed = parse(image);
      wanted.put(parsed.textAt("name").orElse(""), parsed);
    }
    List<Node> result = new ArrayList<>();
    for (Node old : ApplicationEdits.items(root, "images")) {
      String name = old.textAt("name").orElse("");
      if (wanted.containsKey(name)) {
        wanted.put(name, keeping(wanted.get(name), old));
      } else {
        result.add(old);
      }
    }
    result.addAll(wanted.values());
    result.sort(Comparator.comparing(image -> image.textAt("name").orElse("")));
    return root.with("images", Sequence.of(result));
  }

  private static Mapping keeping(Mapping wanted, Node old) {
    Mapping kept = wanted;
    for (String part : PARTS) {
      if (wanted.textAt(part).orElse("").equals("*")) {
        var before = old.textAt(part);
        kept = before.isPresent() ? kept.with(part, Scalar.of(before.get())) : kept.without(part);
      }
    }
    return kept;
  }

  private static Mapping parse(String image) throws BuildException {
    int equals = image.indexOf('=');
    String target = image.substring(equals + 1);
    int slash = Math.max(target.indexOf('/'), 0);
    int at = target.indexOf('@', slash);
    int colon = target.indexOf(':', slash);
    boolean tagged = colon >= 0 && (at < 0 || colon < at);
    if (equals < 0 && at < 0 && !tagged) {
      throw new BuildException(
          "invalid format of image, use one of the following options:\n"
              + "- <image>=<newimage>:<newtag>\n"
              + "- <image>=<newimage>@<digest>\n"
              + "- <image>=<newimage>\n"
              + "- <image>:<newtag>\n"
              + "- <image>@<digest>: "
              + image);
    }
    String tag = tagged ? target.substring(colon + 1, at < 0 ? target.length() : at) : "";
    String digest = at < 0 ? "" : target.substring(at + 1);
    String name = target.substring(0, tagged ? colon : at < 0 ? target.length() : at);
    Mapping parsed =
        Mapping.of(Map.of("name", Scalar.of(equals < 0 ? name : image.substring(0, equals))));
    if (equals >= 0) {
      parsed = parsed.with("newName", Scalar.of(name));
    }
    if (!tag.isEmpty()) {
      parsed = parsed.with("newTag", Scalar.of(tag));
    }
    return digest.isEmpty() ? parsed : parsed.with("digest", Scalar.of(digest));
  }
}
