package dev.layerscope.render.helm.chart;

import dev.layerscope.git.Clone;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.version.SemanticVersion;
import dev.layerscope.git.version.VersionConstraint;
import dev.layerscope.manifest.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Charts that are at hand: in the folder the user keeps packaged ones in, else at the default
 * branches of the workspace's repositories. The highest version that fits wins. Safe for several
 * threads.
 */
public final class ChartSupply {
  private static final int DEPTH = 3;

  private final Repositories repositories;
  private final Optional<Path> folder;
  private final Map<String, List<Offer>> offers = new ConcurrentHashMap<>();

  /**
   * @param folder with {@code NAME-VERSION.tgz} files or unpacked charts
   */
  public ChartSupply(Repositories repositories, Optional<Path> folder) {
    this.repositories = repositories;
    this.folder = folder;
  }

  /** A chart, and where it was found, in words. */
  record Supplied(ChartFiles files, String from) {}

  /** Something that can be had. */
  private record Offer(String name, String version, String from, Fetching fetching) {}

  private interface Fetching {
    ChartFiles fetch() throws ChartException;
  }

  /**
   * A chart by its name.
   *
   * @param constraint a version or a range; empty for any
   */
  Optional<Supplied> find(String name, String constraint) throws ChartException {
    for (List<Offer> source : sources()) {
      Optional<Offer> best =
          source.stream()
              .filter(offer -> offer.name().equals(name) && fits(offer.version(), constraint))
              .max(Comparator.comparing(offer -> version(offer.version())));
      if (best.isPresent()) {
        Offer offer = best.get();
        return Optional.of(
            new Supplied(offer.fetching().fetch(), offer.from() + ", version " + offer.version()));
      }
    }
    return Optional.empty();
  }

  private List<List<Offer>> sources() {
    var sources = new ArrayList<List<Offer>>();
    folder.ifPresent(
        path -> sources.add(offers.computeIfAbsent("folder", ignored -> inFolder(path))));
    for (Repositories.Access access : repositories.all()) {
      if (access instanceof Repositories.Access.Available(var url, Clone clone)
          && clone.resolve(Optional.empty()) instanceof Resolution.Resolved(var revision)) {
        sources.add(
            offers.computeIfAbsent(
                url.text() + "@" + revision.commit(),
                ignored ->
                    clone.snapshot(revision.commit()).map(ChartSupply::inGit).orElse(List.of())));
      }
    }
    return sources;
  }

  private static boolean fits(String version, String constraint) {
    if (constraint.isBlank()) {
      return true;
    }
    return SemanticVersion.parse(version).isPresent()
        && VersionConstraint.parse(constraint)
            .map(range -> range.allows(version(version)))
            .orElse(false);
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text)
        .orElseGet(() -> SemanticVersion.parse("0.0.0").orElseThrow());
  }

  /** Charts of a repository; subcharts belong to their charts. */
  private static List<Offer> inGit(Snapshot snapshot) {
    var found = new ArrayList<Offer>();
    TreeEntry root = snapshot.find(TreePath.ROOT).orElseThrow();
    for (TreeEntry file :
        snapshot.walk(root, d -> !d.name().equals("charts") || holdsCharts(snapshot, d))) {
      if (file.isFile() && file.name().equals(Chart.CHART_FILE)) {
        ChartYaml.read(snapshot.read(file))
            .ifPresent(yaml -> {
              TreeEntry directory = snapshot.find(file.path().parent()).orElseThrow();
              found.add(
                  new Offer(
                      ChartYaml.text(yaml, "name"),
                      ChartYaml.text(yaml, "version"),
                      snapshot.url().display() + " " + directory.path(),
                      () -> ChartFiles.of(snapshot, directory)));
            });
      }
    }
    return found;
  }

  /** {@code charts} beside a chart holds its subcharts; elsewhere it is a folder like others. */
  private static boolean holdsCharts(Snapshot snapshot, TreeEntry directory) {
    return snapshot.find(directory.path().parent().child(Chart.CHART_FILE)).isEmpty();
  }

  private static List<Offer> inFolder(Path folder) {
    var found = new ArrayList<Offer>();
    try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
      for (Path path : walk.sorted().toList()) {
        String name = String.valueOf(path.getFileName());
        if (name.endsWith(".tgz") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          packaged(path).ifPresent(found::add);
        } else if (name.equals(Chart.CHART_FILE) && Files.isRegularFile(path)) {
          unpacked(path).ifPresent(found::add);
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of(); // as if it were empty: the chart is then opaque, and says so
    }
    return found;
  }

  private static Optional<Offer> packaged(Path file) throws IOException {
    try {
      ChartFiles files =
          ChartArchive.unpack(Files.readAllBytes(file), new Origin("", "", shown(file)));
      byte[] yaml = files.contents().get(Chart.CHART_FILE);
      return Optional.ofNullable(yaml)
          .flatMap(ChartYaml::read)
          .map(root ->
              offer(
                  root,
                  file,
                  () -> ChartArchive.unpack(read(file), new Origin("", "", shown(file)))));
    } catch (ChartException notAChart) {
      return Optional.empty();
    }
  }

  private static Optional<Offer> unpacked(Path chartFile) throws IOException {
    Path parent = chartFile.toAbsolutePath().getParent();
    return parent == null
        ? Optional.empty()
        : ChartYaml.read(Files.readAllBytes(chartFile))
            .map(root -> offer(root, parent, () -> files(parent)));
  }

  private static Offer offer(dev.layerscope.yaml.Mapping root, Path path, Fetching fetching) {
    return new Offer(
        ChartYaml.text(root, "name"), ChartYaml.text(root, "version"), shown(path), fetching);
  }

  private static byte[] read(Path file) throws ChartException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ChartException(shown(file) + " cannot be read");
    }
  }

  private static ChartFiles files(Path folder) throws ChartException {
    var files = new ChartFiles();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted().toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          String inside = folder.relativize(path).toString().replace('\\', '/');
          files.put(
              inside, Files.readAllBytes(path), new Origin("", "", shown(folder) + "/" + inside));
        }
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new ChartException(shown(folder) + " cannot be read");
    }
  }

  private static String shown(Path path) {
    return "charts/" + path.getFileName();
  }
}
