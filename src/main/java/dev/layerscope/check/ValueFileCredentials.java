package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials in the value files an Application names, its own and those of other sources. Told
 * once for a file, on the first Application that uses it; the value itself is never shown.
 */
public final class ValueFileCredentials implements Rule.OfFiles {
  private static final long LARGEST = 1_000_000;

  private final Repositories repositories;

  /** A file at a commit. */
  private record File(String repository, String commit, TreePath path) {}

  public ValueFileCredentials(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Map<NodeId, List<Finding>> check(Hierarchy hierarchy) {
    Set<File> seen = new HashSet<>();
    Map<NodeId, List<Finding>> findings = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      if (!Estate.isLive(node)) {
        continue;
      }
      for (File file : files(node)) {
        if (seen.add(file)) {
          List<Finding> found = found(node, file);
          if (!found.isEmpty()) {
            findings.computeIfAbsent(node.id(), unused -> new ArrayList<>()).addAll(found);
          }
        }
      }
    }
    return findings;
  }

  private static List<File> files(HierarchyNode node) {
    var files = new ArrayList<File>();
    for (ResolvedSource source : node.sources()) {
      if (source.declared().helm().isEmpty()) {
        continue;
      }
      Mapping helm = source.declared().helm().get();
      helm.sequence("valueFiles").map(Sequence::items).orElse(List.of()).stream()
          .flatMap(item -> item.asText().stream())
          .flatMap(name -> file(node, source, name).stream())
          .forEach(files::add);
    }
    return files;
  }

  /** The file of a name; empty for a pattern, a variable, a URL: those are not looked into. */
  private static Optional<File> file(HierarchyNode node, ResolvedSource source, String name) {
    if (name.startsWith("$")) {
      int slash = Math.max(name.indexOf('/'), 1);
      String ref = name.substring(1, slash);
      return node.sources().stream()
          .filter(other -> other.declared().ref().filter(ref::equals).isPresent())
          .findFirst()
          .flatMap(other -> at(other, "/" + name.substring(slash)));
    }
    return source.declared().chart().isPresent() ? Optional.empty() : at(source, name);
  }

  private static Optional<File> at(ResolvedSource source, String name) {
    Optional<TreePath> folder = TreePath.clean(source.declared().path().orElse(""));
    Optional<TreePath> path =
        name.contains("$") || name.contains("*") || name.contains("://")
            ? Optional.empty()
            : name.startsWith("/") ? TreePath.clean(name) : folder.flatMap(f -> f.walk(name));
    return source
        .revision()
        .flatMap(revision -> path.map(p -> new File(source.repository(), revision.commit(), p)));
  }

  private List<Finding> found(HierarchyNode node, File file) {
    var findings = new ArrayList<Finding>();
    snapshot(file)
        .ifPresent(snapshot -> {
          if (snapshot.follow(file.path()) instanceof Snapshot.Target.Found(TreeEntry entry)
              && entry.isFile()
              && snapshot.size(entry) <= LARGEST) {
            Origin origin = Origin.of(snapshot, entry.path());
            Credentials.parsed(new String(snapshot.read(entry), StandardCharsets.UTF_8))
                .ifPresent(values ->
                    Credentials.walk(
                        values,
                        "",
                        0,
                        (path, line) ->
                            findings.add(Credentials.finding(node, path, origin.line(line)))));
          }
        });
    return findings;
  }

  private Optional<Snapshot> snapshot(File file) {
    return repositories.at(new RepoUrl(file.repository()))
            instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        ? clone.snapshot(file.commit())
        : Optional.empty();
  }
}
