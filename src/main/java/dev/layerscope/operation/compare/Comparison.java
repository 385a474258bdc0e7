package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.hierarchy.ApplicationChange;
import dev.layerscope.diff.hierarchy.RevisionInventory;
import dev.layerscope.diff.history.CommitsApart;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.side.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two sides of an estate, compared.
 *
 * @param applications every node of either side, the same ones included; equal results over several
 *     roots are one entry
 * @param repositories every repository of the workspace that anything comes from
 * @param revisions which roots are at which revision of each repository
 * @param remarks what a reader should know of how the sides were read
 */
public record Comparison(
    Question question,
    Hierarchy before,
    Hierarchy after,
    List<ComparedApplication> applications,
    List<ComparedRepository> repositories,
    List<RevisionInventory.Row> revisions,
    List<String> remarks) {
  public Comparison {
    applications = List.copyOf(applications);
    repositories = List.copyOf(repositories);
    revisions = List.copyOf(revisions);
    remarks = List.copyOf(remarks);
  }

  /** Whether it asks the same of the same commits: then what somebody has looked at is the same. */
  public boolean isAgain(Comparison earlier) {
    return question.equals(earlier.question)
        && repositories.stream()
            .map(ComparedRepository::commitIds)
            .toList()
            .equals(earlier.repositories.stream().map(ComparedRepository::commitIds).toList());
  }

  /** The same with more to know of how it was read. */
  public Comparison remarking(List<String> more) {
    List<String> all = Stream.concat(more.stream(), remarks.stream()).toList();
    return new Comparison(question, before, after, applications, repositories, revisions, all);
  }

  public Selection from() {
    return question.from();
  }

  public Selection to() {
    return question.to();
  }

  /**
   * Whether something on either side could not be looked at: then "no difference" would be a lie.
   */
  public boolean anythingUnknown() {
    return applications.stream()
            .anyMatch(a -> a.change().change() == Change.UNKNOWN || a.unknown().isPresent())
        || repositories.stream().anyMatch(r -> r.unknown().isPresent())
        || before.roots().stream().anyMatch(root -> root.unknown().isPresent())
        || after.roots().stream().anyMatch(root -> root.unknown().isPresent());
  }

  /** How many nodes changed in any way; equal results over several roots count once. */
  public long differences() {
    return applications.stream().filter(ComparedApplication::differs).count();
  }

  /** How many of them could not be looked at on one side: nobody knows whether they changed. */
  public long unknownNodes() {
    return applications.stream()
        .filter(ComparedApplication::differs)
        .filter(application -> application.effective() == Change.UNKNOWN)
        .count();
  }

  /** Everything hidden, by rule, in the order of the rules met; acknowledged drift included. */
  public Map<String, Integer> hiddenByRule() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    applications.stream()
        .flatMap(ComparedApplication::hidden)
        .forEach(hidden -> counts.merge(hidden.rule(), 1, Integer::sum));
    return counts;
  }

  /** How many differences are hidden. */
  public int hidden() {
    return hiddenByRule().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them are drift that somebody acknowledged. */
  public long acknowledged() {
    return applications.stream()
        .flatMap(ComparedApplication::hidden)
        .filter(hidden -> hidden.acknowledged().isPresent())
        .count();
  }

  /**
   * A node, and the objects it renders that differ.
   *
   * @param ids the node on every root that shows this same result, this one first
   * @param unknown why its objects could not be compared, when one side does not render
   * @param elsewhere why it does not belong to one of the sides, when its roots do not: then its
   *     absence is no difference
   * @param declared whether another node declares it, so that its own manifest is among that one's
   *     objects
   */
  public record ComparedApplication(
      ApplicationChange change,
      List<ResourceChange> resources,
      List<NodeId> ids,
      Optional<String> unknown,
      Optional<String> elsewhere,
      boolean declared) {
    public ComparedApplication {
      resources = List.copyOf(resources);
      ids = List.copyOf(ids);
    }

    /** Whether anything but writing and expected differences differs. */
    public boolean differs() {
      return elsewhere.isEmpty() && change.change() != Change.SAME
          || unknown.isPresent()
          || resources.stream().anyMatch(resource -> resource.change() != Change.SAME);
    }

    /** Same in the picture, but not in what it renders, is changed. */
    public Change effective() {
      return unknown.isPresent()
          ? Change.UNKNOWN
          : change.change() == Change.SAME && differs() ? Change.CHANGED : change.change();
    }

    /** Everything dangerous about it and what it renders, each thing once. */
    public List<Risk> risks() {
      var risks = new ArrayList<Risk>(elsewhere.isPresent() ? List.of() : change.risks());
      resources.forEach(resource -> risks.addAll(resource.risks()));
      return risks.stream().distinct().toList();
    }

    /**
     * What is hidden, each difference once: the manifest of a node that another one declares is an
     * object of that one.
     */
    public Stream<ExpectedChange> hidden() {
      Stream<ExpectedChange> below = resources.stream().flatMap(r -> r.hidden().stream());
      return declared ? below : Stream.concat(change.hidden().stream(), below);
    }

    /** How many fields and objects are known to differ in what it renders. */
    public int size() {
      return resources.stream()
          .filter(
              resource -> resource.change() != Change.SAME && resource.change() != Change.UNKNOWN)
          .mapToInt(resource -> Math.max(1, resource.fields().size()))
          .sum();
    }
  }

  /**
   * A repository, its files that differ, and the commits that only one side has.
   *
   * @param files with the YAML files of the same meaning marked
   * @param unknown why it cannot be compared
   */
  public record ComparedRepository(
      RepoUrl url,
      Optional<Snapshot> from,
      Optional<Snapshot> to,
      List<ChangedFile> files,
      CommitsApart commits,
      Optional<String> unknown) {
    public ComparedRepository {
      files = List.copyOf(files);
    }

    private List<String> commitIds() {
      return List.of(
          url.text(), from.map(Snapshot::commit).orElse(""), to.map(Snapshot::commit).orElse(""));
    }
  }
}
