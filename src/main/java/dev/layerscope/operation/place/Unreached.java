package dev.layerscope.operation.place;

import dev.layerscope.finding.Location;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.TextEncoding;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Applications and ApplicationSets that a repository declares and no root reaches. That is no
 * mistake: a cluster that is not bootstrapped yet, something that waits to be wired in, an example.
 */
public final class Unreached {
  private static final Pattern MAYBE =
      Pattern.compile("(?m)^\\s*kind:\\s*[\"']?(Application|ApplicationSet)[\"']?\\s*(#.*)?$");
  private static final int MOST_BYTES = 1 << 20;

  private final Progress progress;
  private final Set<Declared> reached = new HashSet<>();

  /** Where something is declared, whatever the commit. */
  private record Declared(String repository, String path, String name) {}

  /** One declaration. */
  public record One(String kind, String namespace, String name, Location place) {}

  private Unreached(Hierarchy hierarchy, Progress progress) {
    this.progress = progress;
    for (Edge edge : hierarchy.edges()) {
      reached.add(declared(edge.declaredIn(), edge.to().name()));
      // A prefix or a suffix may have changed the name on the way.
      reached.add(declared(edge.declaredIn(), ":" + edge.declaredIn().line()));
    }
  }

  /** By repository as the workspace lists them, path and line. */
  public static List<One> of(
      Opened opened, Selection selection, Hierarchy hierarchy, Progress progress) {
    var all = new ArrayList<One>();
    var look = new Unreached(hierarchy, progress);
    for (Access access : opened.access().all()) {
      if (access instanceof Access.Available(RepoUrl url, Clone clone)) {
        progress.report("Looking through " + url.shortName(), 0, 0);
        EnvironmentSnapshot.of(opened.workspace(), selection, url, clone)
            .ifPresent(at -> look.list(at, all));
      }
    }
    return all;
  }

  private static Declared declared(Location place, String name) {
    return new Declared(new RepoUrl(place.repoUrl()).identity(), place.path(), name);
  }

  private void list(Snapshot at, List<One> all) {
    Optional<TreeEntry> root = at.find(TreePath.ROOT);
    if (root.isEmpty()) {
      return;
    }
    for (TreeEntry file : at.walk(root.get(), directory -> true)) {
      progress.stopIfCancelled();
      String name = file.path().name();
      if (file.isFile() && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        list(at, file, all);
      }
    }
  }

  private void list(Snapshot at, TreeEntry file, List<One> all) {
    byte[] bytes = at.read(file);
    if (bytes.length > MOST_BYTES || TextEncoding.looksBinary(bytes)) {
      return;
    }
    String text = TextEncoding.decode(bytes);
    // The template of a chart declares nothing by itself.
    if (!MAYBE.matcher(text).find() || text.contains("{{-")) {
      return;
    }
    Origin origin = Origin.of(at, file.path());
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content && content.root() instanceof Mapping root) {
        Manifest.of(root, origin).filter(this::isUnreached).map(Unreached::one).ifPresent(all::add);
      }
    }
  }

  private static One one(Manifest manifest) {
    return new One(
        manifest.gvk().kind(), manifest.namespace(), manifest.name(), manifest.location());
  }

  private boolean isUnreached(Manifest manifest) {
    boolean argo =
        manifest.gvk().group().equals("argoproj.io")
            && (manifest.gvk().kind().equals("Application")
                || manifest.gvk().kind().equals("ApplicationSet"));
    Location place = manifest.location();
    return argo
        && !reached.contains(declared(place, manifest.name()))
        && !reached.contains(declared(place, ":" + place.line()));
  }
}
