package dev.layerscope.edit.draft;

import dev.layerscope.edit.Additions;
import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.RefusedException;
import dev.layerscope.edit.Step;
import dev.layerscope.edit.estate.Ground;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedRoot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan while it is being made: what is good to know gathers here. One use. */
public final class PlanDraft {
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<Plan.Origin> origins = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final List<Additions.NewRepository> repositories = new ArrayList<>();
  private final List<Additions.NewRoot> roots = new ArrayList<>();
  private Optional<FileChange> apply = Optional.empty();

  public void note(String text) {
    notes.add(text);
  }

  public void notes(List<String> texts) {
    notes.addAll(texts);
  }

  /** Where a value really comes from, and so is changed. */
  public void comes(String what, String where) {
    origins.add(new Plan.Origin(what, where));
    notes.add(what + " comes from " + where + ".");
  }

  public void warn(String text) {
    warnings.add(text);
  }

  public void warnings(List<String> texts) {
    warnings.addAll(texts);
  }

  public void repository(Additions.NewRepository repository) {
    if (repositories.stream().noneMatch(r -> r.url().equals(repository.url()))) {
      repositories.add(repository);
    }
  }

  public void root(Additions.NewRoot root) {
    roots.add(root);
  }

  public void apply(FileChange manifest) {
    apply = Optional.of(manifest);
  }

  /** On how many clusters something will be: what a person must know most. */
  public void reach(Ground ground, List<HierarchyNode> nodes, String verb) {
    List<String> clusters =
        ground.hierarchy().roots().stream()
            .filter(root ->
                nodes.stream()
                    .anyMatch(n -> ground.hierarchy().rootsReaching(n.id()).contains(root)))
            .map(ResolvedRoot::name)
            .toList();
    String many = clusters.size() == 1 ? "1 cluster" : clusters.size() + " clusters";
    note(ground.environment() + ": " + verb + " " + many + ": " + String.join(", ", clusters));
  }

  public Plan plan(String title, String body, List<Step> steps) {
    return new Plan(
        title,
        body,
        steps,
        new Additions(repositories, roots),
        apply,
        List.copyOf(origins),
        List.copyOf(notes),
        List.copyOf(warnings));
  }

  /** A plan that is one step. */
  public Plan single(String title, String body, List<BranchChange> branches) {
    return plan(title, body, List.of(Step.of(title, branches)));
  }

  /**
   * @throws RefusedException when two environments are one branch: they cannot differ
   */
  public static void add(List<BranchChange> branches, BranchChange change) throws RefusedException {
    for (BranchChange other : branches) {
      if (other.repository().equals(change.repository())
          && other.branch().equals(change.branch())) {
        throw new RefusedException(
            other.environment()
                + " and "
                + change.environment()
                + " are the same branch of "
                + change.repository().shortName()
                + ": "
                + change.branch()
                + ".",
            "Name one of the environments.");
      }
    }
    branches.add(change);
  }
}
