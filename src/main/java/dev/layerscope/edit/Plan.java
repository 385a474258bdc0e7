package dev.layerscope.edit;

import java.util.List;

/**
 * Everything an edit would change, and nothing else. Immutable; nothing is written until it is
 * committed.
 *
 * @param title what is done, as the first line of a commit message
 * @param steps one after another, each to be released before the next
 * @param notes what is good to know: how far the change reaches, what was assumed
 * @param warnings what may hurt later
 */
public record Plan(String title, List<Step> steps, List<String> notes, List<String> warnings) {
  public Plan {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Every commit of the plan, in order. */
  public List<BranchChange> branches() {
    return steps.stream().flatMap(set -> set.branches().stream()).toList();
  }

  /** The same plan with more to warn of. */
  public Plan withWarnings(List<String> more) {
    var all = new java.util.LinkedHashSet<>(warnings);
    all.addAll(more);
    return new Plan(title, steps, notes, List.copyOf(all));
  }

  /** All files as one diff, a repository and branch after another. */
  public String diff() {
    var out = new StringBuilder();
    for (BranchChange change : branches()) {
      change.files().forEach(file -> out.append(file.diff()));
    }
    return out.toString();
  }
}
