package dev.layerscope.check;

import dev.layerscope.check.SeenFolders.Beside;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
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
import dev.layerscope.render.SourceType;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.yaml.TextEncoding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that nobody reads: override files of Applications that do not exist (mistake 53), and
 * manifests beside a kustomization that no kustomization of the repository mentions.
 */
public final class LeftoverFiles implements Rule.OfFiles {
  private static final Pattern OVERRIDE = Pattern.compile("\\.argocd-source-(.+)\\.yaml");
  private static final Pattern KIND = Pattern.compile("(?m)^kind:\\s*\\S");
  private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion:\\s*\\S");
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Repositories repositories;
  private final SeenFolders seenFolders;

  /** A folder that some Application renders. */
  private record Folder(String repository, String commit, String path) {
    /** Asked of every source of an estate, so without what a record does by itself. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Folder that
          && path.equals(that.path)
          && commit.equals(that.commit)
          && repository.equals(that.repository);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + commit.hashCode();
    }

    Optional<Folder> clean() {
      return TreePath.clean(path).map(clean -> new Folder(repository, commit, clean.value()));
    }
  }

  LeftoverFiles(Repositories repositories, SeenFolders seenFolders) {
    this.repositories = repositories;
    this.seenFolders = seenFolders;
  }

  @Override
  public Map<NodeId, List<Finding>> check(Hierarchy hierarchy) {
    var names = new Names(hierarchy);
    var asked = new HashSet<Folder>();
    var seen = new HashSet<Folder>();
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    Map<Folder, Set<String>> mentioned = new LinkedHashMap<>();
    for (HierarchyNode node : hierarchy.nodes()) {
      if (!Estate.isLive(node)) {
        continue;
      }
      for (ResolvedSource source : node.sources()) {
        Optional<Folder> folder = asWritten(source).filter(asked::add).flatMap(Folder::clean);
        if (folder.isPresent() && seen.add(folder.get())) {
          List<Finding> found = found(folder.get(), source.type(), names, mentioned);
          if (!found.isEmpty()) {
            findings.computeIfAbsent(node.id(), unused -> new ArrayList<>()).addAll(found);
          }
        }
      }
    }
    return findings;
  }

  private static Optional<Folder> asWritten(ResolvedSource source) {
    boolean read =
        source.type() == SourceType.DIRECTORY
            || source.type() == SourceType.KUSTOMIZE
            || source.type() == SourceType.HELM;
    return source
        .revision()
        .filter(ignored -> read)
        .flatMap(revision ->
            source
                .declared()
                .path()
                .map(path -> new Folder(source.repository(), revision.commit(), path)));
  }

  /** The names of all Applications, alone and with their namespaces: hardly ever asked for. */
  private static final class Names {
    private final Hierarchy hierarchy;
    private Optional<Set<String>> all = Optional.empty();

    Names(Hierarchy hierarchy) {
      this.hierarchy = hierarchy;
    }

    boolean contains(String name) {
      if (all.isEmpty()) {
        var names = new HashSet<String>();
        for (HierarchyNode node : hierarchy.nodes()) {
          if (node.application().isPresent()) {
            names.add(node.name());
            names.add(node.id().namespace() + "_" + node.name());
          }
        }
        all = Optional.of(names);
      }
      return all.get().contains(name);
    }
  }

  private List<Finding> found(
      Folder folder, SourceType type, Names names, Map<Folder, Set<String>> mentioned) {
    Optional<Snapshot> snapshot = snapshot(folder);
    if (snapshot.isEmpty()
        || !(snapshot.get().follow(TreePath.of(folder.path()))
            instanceof Snapshot.Target.Found(TreeEntry directory))
        || directory.isFile()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    Beside beside = beside(snapshot.get(), directory);
    for (String file : beside.overrides()) {
      Matcher override = OVERRIDE.matcher(file);
      if (override.matches() && !names.contains(override.group(1))) {
        findings.add(orphan(folder, directory.path().child(file), override.group(1)));
      }
    }
    if (type == SourceType.KUSTOMIZE) {
      // Most files are mentioned next door; only for the others all of the repository is read.
      for (String file : beside.unmentioned()) {
        if (!everywhere(folder, snapshot.get(), mentioned).contains(file)) {
          findings.add(unlisted(folder, directory.path().child(file)));
        }
      }
    }
    return findings;
  }

  /** Looked at once for a folder's content: the next commit leaves nearly all as they are. */
  private Beside beside(Snapshot snapshot, TreeEntry directory) {
    return snapshot.idsAreContents()
        ? seenFolders.in(directory.id(), () -> read(snapshot, directory))
        : read(snapshot, directory);
  }

  private static Beside read(Snapshot snapshot, TreeEntry directory) {
    List<TreeEntry> entries = snapshot.list(directory);
    List<String> overrides =
        entries.stream()
            .filter(TreeEntry::isFile)
            .map(TreeEntry::name)
            .filter(name -> name.startsWith(".argocd-"))
            .toList();
    boolean kustomized = entries.stream().anyMatch(e -> KUSTOMIZATIONS.contains(e.name()));
    if (!kustomized) {
      return new Beside(overrides, List.of());
    }
    Set<String> nearby = words(snapshot, entries);
    List<String> unmentioned =
        entries.stream()
            .filter(entry -> !nearby.contains(entry.name()) && isManifest(entry, snapshot))
            .map(TreeEntry::name)
            .toList();
    return new Beside(overrides, unmentioned);
  }

  private Optional<Snapshot> snapshot(Folder folder) {
    return repositories.at(new RepoUrl(folder.repository()))
            instanceof Repositories.Access.Available(RepoUrl ignored, Clone clone)
        ? clone.snapshot(folder.commit())
        : Optional.empty();
  }

  /** Every file name that any kustomization of the repository mentions. */
  private static Set<String> everywhere(
      Folder folder, Snapshot snapshot, Map<Folder, Set<String>> mentioned) {
    return mentioned.computeIfAbsent(
        new Folder(folder.repository(), folder.commit(), ""),
        unused -> words(snapshot, files(snapshot)));
  }

  /** Every file name that the kustomizations among some files mention. */
  private static Set<String> words(Snapshot snapshot, List<TreeEntry> files) {
    var words = new HashSet<String>();
    for (TreeEntry file : files) {
      if (KUSTOMIZATIONS.contains(file.path().name())) {
        for (String word : text(snapshot, file).split("[\\s,\\[\\]{}\"'=:]+")) {
          words.add(word.substring(word.lastIndexOf('/') + 1));
        }
      }
    }
    return words;
  }

  private static List<TreeEntry> files(Snapshot snapshot) {
    return snapshot.follow(TreePath.ROOT) instanceof Snapshot.Target.Found(TreeEntry root)
        ? snapshot.walk(root, ignored -> true)
        : List.of();
  }

  private static boolean isManifest(TreeEntry entry, Snapshot snapshot) {
    String name = entry.path().name();
    if (!entry.isFile()
        || KUSTOMIZATIONS.contains(name)
        || name.startsWith(".")
        || !name.matches(".*\\.ya?ml")) {
      return false;
    }
    if (snapshot.size(entry) > ParsedFiles.MAX_FILE) {
      return true; // nobody writes so much YAML for anything else, and it is said rather than not
    }
    String text = text(snapshot, entry);
    return KIND.matcher(text).find() && VERSION.matcher(text).find();
  }

  private static String text(Snapshot snapshot, TreeEntry entry) {
    byte[] bytes = snapshot.read(entry);
    return TextEncoding.looksBinary(bytes) ? "" : TextEncoding.decode(bytes);
  }

  private static Finding orphan(Folder folder, TreePath file, String name) {
    return Finding.of(
        FindingCode.ORPHANED_OVERRIDE_FILE_WARNING,
        file.value() + " is for the Application " + name + ", which does not exist",
        new Location(folder.repository(), folder.commit(), file.value(), 1));
  }

  private static Finding unlisted(Folder folder, TreePath file) {
    return Finding.of(
        FindingCode.UNLISTED_FILE_INFO,
        file.value() + " lies beside a kustomization and is in none",
        new Location(folder.repository(), folder.commit(), file.value(), 1));
  }
}
