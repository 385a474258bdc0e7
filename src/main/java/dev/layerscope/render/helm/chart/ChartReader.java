package dev.layerscope.render.helm.chart;

import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.helm.worker.ChartContent;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a chart together as {@code helm dependency build} would, without a network (specification
 * §5.4): vendored dependencies as they are, {@code file://} ones from the repository, others from
 * the workspace. Where nobody has one, a stub takes its place, so that the rest can be rendered and
 * Helm itself says whether the dependency would have been used.
 */
public final class ChartReader {
  private static final Pattern SUBCHART = Pattern.compile("((?:charts/[^/]+/)*charts/([^/]+)/).*");

  private final ChartSupply supply;

  public ChartReader(ChartSupply supply) {
    this.supply = supply;
  }

  /**
   * Reads the chart in a folder of a repository.
   *
   * @throws ChartException when it is too large, or an archive in it is broken
   */
  public Chart read(Snapshot snapshot, TreeEntry directory) throws ChartException {
    ChartFiles files = ChartFiles.of(snapshot, directory);
    return complete(files, Optional.of(new Place(snapshot, directory.path())));
  }

  /** Completes a chart that came as files. */
  Chart read(ChartFiles files) throws ChartException {
    return complete(files, Optional.empty());
  }

  /** Reads a chart that somebody in the workspace has; empty when nobody does. */
  public Optional<Found> find(String name, String version) throws ChartException {
    Optional<ChartSupply.Supplied> supplied = supply.find(name, version);
    return supplied.isPresent()
        ? Optional.of(new Found(read(supplied.get().files()), supplied.get().from()))
        : Optional.empty();
  }

  /**
   * A chart from elsewhere.
   *
   * @param from where, in words for a person
   */
  public record Found(Chart chart, String from) {}

  /** Where a chart lies, for dependencies beside it. */
  private record Place(Snapshot snapshot, TreePath path) {}

  private Chart complete(ChartFiles files, Optional<Place> place) throws ChartException {
    unpackArchives(files);
    var missing = new ArrayList<Chart.Dependency>();
    var borrowed = new ArrayList<String>();
    for (String declares : List.of(Chart.CHART_FILE, "requirements.yaml")) {
      byte[] bytes = files.contents().get(declares);
      Optional<Mapping> root = bytes == null ? Optional.empty() : ChartYaml.read(bytes);
      if (root.isPresent()) {
        supply(files, declares, root.get(), place, missing, borrowed);
      }
    }
    Markers.add(files);
    return new Chart(new ChartContent(files.contents()), files.origins(), missing, borrowed);
  }

  private void supply(
      ChartFiles files,
      String declares,
      Mapping root,
      Optional<Place> place,
      List<Chart.Dependency> missing,
      List<String> borrowed)
      throws ChartException {
    Set<String> vendored = vendored(files);
    Mapping rewritten = root;
    for (Chart.Dependency dependency : ChartYaml.dependencies(root)) {
      if (vendored.contains(dependency.name()) || dependency.repository().isEmpty()) {
        continue; // without an address Helm complains, and so does Argo CD
      }
      String folder = "charts/" + dependency.name() + "/";
      Optional<ChartFiles> beside = beside(dependency, place);
      if (beside.isPresent()) {
        unpackArchives(beside.get());
        files.putAll(folder, beside.get());
        continue;
      }
      Optional<ChartSupply.Supplied> supplied =
          supply.find(dependency.name(), dependency.version());
      if (supplied.isPresent()) {
        unpackArchives(supplied.get().files());
        files.putAll(folder, supplied.get().files());
        borrowed.add(dependency.display() + " from " + supplied.get().from());
      } else {
        Markers.stub(files, folder, dependency);
        rewritten = ChartYaml.unconstrained(rewritten, dependency);
        missing.add(dependency);
      }
    }
    if (!rewritten.equals(root)) {
      Origin origin = files.origins().getOrDefault(declares, new Origin("", "", declares));
      files.put(declares, JsonText.of(rewritten).getBytes(StandardCharsets.UTF_8), origin);
    }
  }

  private static Optional<ChartFiles> beside(Chart.Dependency dependency, Optional<Place> place)
      throws ChartException {
    String address = dependency.repository();
    if (place.isEmpty() || !address.startsWith("file://") || address.startsWith("file:///")) {
      return Optional.empty();
    }
    Snapshot snapshot = place.get().snapshot();
    Optional<TreePath> path = place.get().path().walk(address.substring("file://".length()));
    if (path.isPresent()
        && snapshot.follow(path.get()) instanceof Snapshot.Target.Found(TreeEntry entry)
        && entry.isDirectory()) {
      return Optional.of(ChartFiles.of(snapshot, entry));
    }
    return Optional.empty();
  }

  /** Packaged dependencies become folders, at every depth: templates in them are rewritten too. */
  private static void unpackArchives(ChartFiles files) throws ChartException {
    boolean found = true;
    while (found) {
      found = false;
      for (String path : List.copyOf(files.contents().keySet())) {
        if (path.matches("(charts/[^/]+/)*charts/[^/]+\\.tgz")) {
          Origin origin = files.origins().getOrDefault(path, new Origin("", "", path));
          byte[] archive = files.contents().getOrDefault(path, new byte[0]);
          ChartFiles inside = ChartArchive.unpack(archive, origin);
          files.remove(path);
          files.putAll(path.substring(0, path.length() - ".tgz".length()) + "/", inside);
          found = true;
        }
      }
    }
  }

  /** The names of the charts directly below {@code charts/}, whatever their folders are called. */
  private static Set<String> vendored(ChartFiles files) {
    var names = new TreeSet<String>();
    files
        .contents()
        .forEach((path, bytes) -> {
          Matcher chart = Pattern.compile("charts/[^/]+/Chart\\.yaml").matcher(path);
          if (chart.matches()) {
            ChartYaml.read(bytes).ifPresent(root -> names.add(ChartYaml.text(root, "name")));
          }
        });
    return names;
  }

  /** The folder of the subchart a path lies in; empty for the chart itself. */
  static String subchart(String path) {
    Matcher inside = SUBCHART.matcher(path);
    return inside.matches() ? inside.group(1) : "";
  }
}
