package dev.layerscope.check;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.git.Clone;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
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
import java.util.stream.Collectors;

/**
 * Files that nobody reads: override files of Applications that do not exist (mistake 53), and
 * manifests beside a kustomization that no kustomization of the repository mentions.
 */
public final class LeftoverFiles implements Rule.OfEstate {
  private static final Pattern OVERRIDE = Pattern.compile("\\.argocd-source-(.+)\\.yaml");
  private static final Pattern KIND = Pattern.compile("(?m)^kind:\\s*\\S");
  private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion:\\s*\\S");
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Repositories repositories;

  /** A folder that some Application renders. */
  private record Folder(String repository, String commit, String path) {}

  public LeftoverFiles(Repositories repositories) {
    this.repositories = repositories;
  }

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    Set<String> names =
        estate.hierarchy().nodes().stream()
            .filter(node -> node.application().isPresent())
            .flatMap(
                node -> List.of(node.name(), node.id().namespace() + "_" + node.name()).stream())
            .collect(Collectors.toSet());
    var seen = new HashSet<Folder>();
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    Map<Folder, Set<String>> mentioned = new LinkedHashMap<>();
    for (HierarchyNode node : estate.applications()) {
      for (ResolvedSource source : node.sources()) {
        Optional<Folder> folder = folder(source);
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

  private static Optional<Folder> folder(ResolvedSource source) {
    boolean read =
        source.type() == SourceType.DIRECTORY
            || source.type() == SourceType.KUSTOMIZE
            || source.type() == SourceType.HELM;
    return source
        .revision()
        .filter(ignored -> read && source.declared().path().isPresent())
        .flatMap(revision ->
            TreePath.clean(source.declared().path().orElse(""))
                .map(path -> new Folder(source.repository(), revision.commit(), path.value())));
  }

  private List<Finding> found(
      Folder folder, SourceType type, Set<String> names, Map<Folder, Set<String>> mentioned) {
    Optional<Snapshot> snapshot = snapshot(folder);
    if (snapshot.isEmpty()
        || !(snapshot.get().follow(TreePath.of(folder.path()))
            instanceof Snapshot.Target.Found(TreeEntry directory))
        || directory.isFile()) {
      return List.of();
    }
    List<TreeEntry> entries = snapshot.get().list(directory);
    var findings = new ArrayList<Finding>();
    for (TreeEntry entry : entries) {
      if (!entry.path().name().startsWith(".argocd-")) {
        continue;
      }
      Matcher override = OVERRIDE.matcher(entry.path().name());
      if (entry.isFile() && override.matches() && !names.contains(override.group(1))) {
        findings.add(orphan(folder, entry, override.group(1)));
      }
    }
    boolean kustomized = entries.stream().anyMatch(e -> KUSTOMIZATIONS.contains(e.path().name()));
    if (type == SourceType.KUSTOMIZE && kustomized) {
      // Most files are mentioned next door; only for the others all of the repository is read.
      Set<String> nearby = words(snapshot.get(), entries);
      for (TreeEntry entry : entries) {
        if (!nearby.contains(entry.path().name())
            && isManifest(entry, snapshot.get())
            && !everywhere(folder, snapshot.get(), mentioned).contains(entry.path().name())) {
          findings.add(unlisted(folder, entry));
        }
      }
    }
    return findings;
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

  private static Finding orphan(Folder folder, TreeEntry entry, String name) {
    return Finding.of(
        FindingCode.ORPHANED_OVERRIDE_FILE_WARNING,
        entry.path().value() + " is for the Application " + name + ", which does not exist",
        new Location(folder.repository(), folder.commit(), entry.path().value(), 1));
  }

  private static Finding unlisted(Folder folder, TreeEntry entry) {
    return Finding.of(
        FindingCode.UNLISTED_FILE_INFO,
        entry.path().value() + " lies beside a kustomization and is in none",
        new Location(folder.repository(), folder.commit(), entry.path().value(), 1));
  }
}
