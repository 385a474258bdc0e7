package dev.layerscope.export;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.hierarchy.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an export of a comparison is made from.
 *
 * @param from,to the sides as the user wrote them
 * @param paired whether one root is compared with another, not each with itself
 * @param sinceDiverged whether the first side is what it was when the second one left it
 * @param unknownRoots roots that could not be read, with the reason
 * @param hidden differences hidden, by rule
 * @param acknowledged how many of the hidden ones are accepted drift
 * @param remarks what a reader should know of how the sides were read
 */
public record DiffDocument(
    String from,
    String to,
    boolean paired,
    boolean sinceDiverged,
    List<Application> applications,
    List<Repository> repositories,
    List<RevisionInventory.Row> revisions,
    List<String> unknownRoots,
    Map<String, Integer> hidden,
    long acknowledged,
    List<String> remarks) {
  public DiffDocument {
    applications = List.copyOf(applications);
    repositories = List.copyOf(repositories);
    revisions = List.copyOf(revisions);
    unknownRoots = List.copyOf(unknownRoots);
    remarks = List.copyOf(remarks);
  }

  /**
   * A node and the objects it renders that differ.
   *
   * @param effective what happened to it and what it renders
   * @param ids the node on every root with this same result
   * @param unknown why its objects could not be compared
   * @param elsewhere why its absence is no difference
   */
  public record Application(
      ApplicationChange change,
      Change effective,
      List<ResourceChange> resources,
      List<NodeId> ids,
      Optional<String> unknown,
      Optional<String> elsewhere,
      List<Risk> risks) {
    public Application {
      resources = List.copyOf(resources);
      ids = List.copyOf(ids);
      risks = List.copyOf(risks);
    }

    /** Whether it is the change that breaks it: the first side renders, the second does not. */
    boolean rendersNoLonger() {
      return change.from().filter(node -> node.unresolved().isEmpty()).isPresent()
          && change.to().filter(node -> node.unresolved().isPresent()).isPresent();
    }

    boolean differs() {
      return effective != Change.SAME && elsewhere.isEmpty();
    }
  }

  /**
   * A repository, its files that differ, and the commits that only one side has.
   *
   * @param unknown why it cannot be compared
   */
  public record Repository(
      RepoUrl url, List<ChangedFile> files, CommitsApart commits, Optional<String> unknown) {
    public Repository {
      files = List.copyOf(files);
    }

    boolean says() {
      return !files.isEmpty()
          || unknown.isPresent()
          || !commits.related()
          || commits.onlyFrom().count() + commits.onlyTo().count() > 0;
    }
  }

  List<Application> differing() {
    return applications.stream().filter(Application::differs).toList();
  }

  /** Nodes that are not compared as their roots belong to one side only, by the reason. */
  Map<String, Long> elsewhere() {
    return applications.stream()
        .flatMap(a -> a.elsewhere().stream())
        .collect(Collectors.groupingBy(r -> r, LinkedHashMap::new, Collectors.counting()));
  }

  long unknownNodes() {
    return applications.stream().filter(a -> a.effective() == Change.UNKNOWN).count();
  }

  /** Whether something on either side could not be looked at: then nothing is called equal. */
  boolean anythingUnknown() {
    return unknownNodes() > 0
        || !unknownRoots.isEmpty()
        || repositories.stream().anyMatch(r -> r.unknown().isPresent())
        || applications.stream().anyMatch(a -> a.unknown().isPresent());
  }

  long files() {
    return repositories.stream().mapToLong(r -> r.files().size()).sum();
  }

  long formattingOnly() {
    return applications.stream()
        .flatMap(a -> a.resources().stream())
        .filter(ResourceChange::formattingOnly)
        .count();
  }

  int hiddenCount() {
    return hidden.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** "A" is the number of roots with one. */
  int roots() {
    return (int) applications.stream().flatMap(a -> a.change().roots().stream()).distinct().count();
  }
}
