package dev.layerscope.edit.promotion;

import dev.layerscope.edit.text.Yaml;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Splice;
import dev.layerscope.yaml.Spliced;
import dev.layerscope.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * An environment's own branch in {@code targetRevision} is no difference between environments: it
 * is a placeholder while files are merged, and the target's branch afterwards.
 */
final class EnvironmentRevision {
  private static final String PLACEHOLDER = "layerscope-branch-of-the-environment";
  private static final List<String> KEYS = List.of("targetRevision", "revision");

  private EnvironmentRevision() {}

  /** One revision of one source. */
  private record Place(YamlPath path, RepoUrl repository, String revision) {}

  /**
   * The text with a placeholder for every revision that is an environment's own.
   *
   * @param own whether a revision of a repository is that
   */
  static String masked(String text, BiPredicate<RepoUrl, String> own) {
    String masked = text;
    for (Place place : places(text)) {
      if (own.test(place.repository(), place.revision())) {
        masked = replaced(masked, place.path(), PLACEHOLDER);
      }
    }
    return masked;
  }

  /**
   * What came of filling the placeholders in again.
   *
   * @param branches repository to branch, of those that were filled in
   */
  record Filled(String text, Map<RepoUrl, String> branches) {}

  /**
   * The text with the target's branches.
   *
   * @param branch of a repository in the target environment; empty when it takes no part
   */
  static Filled filled(String text, Function<RepoUrl, Optional<String>> branch) {
    String filled = text;
    Map<RepoUrl, String> branches = new LinkedHashMap<>();
    for (Place place : places(text)) {
      if (place.revision().equals(PLACEHOLDER)) {
        Optional<String> name = branch.apply(place.repository());
        filled = replaced(filled, place.path(), name.orElse("HEAD"));
        name.ifPresent(n -> branches.put(place.repository(), n));
      }
    }
    return new Filled(filled, branches);
  }

  private static String replaced(String text, YamlPath path, String revision) {
    return Splice.replace(text, path, Scalar.of(revision))
            instanceof Spliced.Done(String after, Spliced.Change ignored)
        ? after
        : text;
  }

  private static List<Place> places(String text) {
    if (!text.contains("repoURL")) {
      return List.of();
    }
    var places = new ArrayList<Place>();
    List<Optional<Node>> roots = Yaml.roots(text);
    for (int i = 0; i < roots.size(); i++) {
      YamlPath root = YamlPath.root(i);
      roots.get(i).ifPresent(node -> walk(node, root, places));
    }
    return places;
  }

  private static void walk(Node node, YamlPath at, List<Place> places) {
    switch (node) {
      case Mapping mapping -> {
        Optional<String> url = mapping.textAt("repoURL");
        for (String key : KEYS) {
          Optional<String> revision = mapping.textAt(key);
          if (url.isPresent() && revision.isPresent()) {
            places.add(new Place(at.down(key), new RepoUrl(url.get()), revision.get()));
          }
        }
        mapping.entries().forEach(e -> walk(e.value(), at.down(e.name()), places));
      }
      case Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          walk(list.items().get(i), at.item(i), places);
        }
      }
      case Scalar ignored -> {}
    }
  }
}
