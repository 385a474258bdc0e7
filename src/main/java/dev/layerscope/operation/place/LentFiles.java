package dev.layerscope.operation.place;

import dev.layerscope.argocd.Source;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import dev.layerscope.glob.Doublestar;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that an Application's charts take from its other sources: {@code $values/PATH} in
 * {@code valueFiles} and {@code fileParameters} (specification §5.3). They are known from the
 * declaration alone, even where nobody has the chart.
 */
final class LentFiles {
  private static final Pattern WILD = Pattern.compile("[^/]*[*?\\[{]");

  private LentFiles() {}

  /**
   * Whether one of the charts of an Application takes something at a place.
   *
   * @param path a file, or a directory with everything in it
   */
  static boolean taken(HierarchyNode node, RepoUrl repository, TreePath path) {
    return node.sources().stream()
        .map(ResolvedSource::declared)
        .flatMap(LentFiles::names)
        .filter(name -> name.startsWith("$") && name.indexOf('/') > 0)
        .anyMatch(name -> {
          String lender = name.substring(1, name.indexOf('/'));
          String file = name.substring(name.indexOf('/') + 1);
          return node.sources().stream().anyMatch(source -> lends(source, lender, repository))
              && isAt(file, path);
        });
  }

  /**
   * Whether an Application takes nothing of repositories but what it names here: its charts are
   * nobody's in the workspace, and its other sources only lend.
   */
  static boolean areAll(HierarchyNode node) {
    return node.rendered().total() == 0
        && node.sources().stream()
            .map(ResolvedSource::declared)
            .allMatch(source -> source.chart().isPresent() || Impact.lendsOnly(source))
        && node.sources().stream()
            .map(ResolvedSource::declared)
            .flatMap(LentFiles::names)
            .noneMatch(name -> name.lastIndexOf('$') > 0);
  }

  private static Stream<String> names(Source source) {
    return source.helm().stream()
        .flatMap(helm ->
            Stream.concat(
                items(helm, "valueFiles").flatMap(item -> item.asText().stream()),
                items(helm, "fileParameters").flatMap(item -> item.textAt("path").stream())));
  }

  private static Stream<Node> items(Mapping block, String key) {
    return block.sequence(key).map(Sequence::items).orElse(List.of()).stream();
  }

  private static boolean lends(ResolvedSource source, String lender, RepoUrl repository) {
    return source.declared().ref().filter(lender::equals).isPresent()
        && new RepoUrl(source.repository()).sameRepositoryAs(repository);
  }

  /**
   * The name of a file is a path, or a pattern of paths, from the top of its repository. A pattern
   * takes something of a directory that holds all it can match.
   */
  private static boolean isAt(String name, TreePath place) {
    return TreePath.clean(WILD.split(name, 2)[0]).filter(file -> file.isWithin(place)).isPresent()
        || Doublestar.compile(name).filter(pattern -> pattern.matches(place.value())).isPresent();
  }
}
