package dev.layerscope.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything an edit would change, and nothing else. Immutable; nothing is written until it is
 * committed.
 *
 * @param title what is done, as the first line of a commit message
 * @param body the rest of the message; may be empty
 * @param steps one after another, each to be released before the next
 * @param additions what the workspace gets
 * @param apply the one manifest a person has to apply by hand
 * @param origins where the values that change really come from, where that is not where they are
 *     used
 * @param notes what is good to know: how far the change reaches, what was assumed
 * @param warnings what may hurt later
 */
public record Plan(
    String title,
    String body,
    List<Step> steps,
    Additions additions,
    Optional<FileChange> apply,
    List<Origin> origins,
    List<String> notes,
    List<String> warnings) {
  public Plan {
    steps = List.copyOf(steps);
    origins = List.copyOf(origins);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Where a value comes from.
   *
   * @param what the value, as {@code spec.source.path} or an image's name
   * @param where the place, as a person calls it
   */
  public record Origin(String what, String where) {}

  /** Every commit of the plan, in order. */
  public List<BranchChange> branches() {
    return steps.stream().flatMap(step -> step.branches().stream()).toList();
  }

  /** The same plan with more to warn of. */
  public Plan withWarnings(List<String> more) {
    var all = new LinkedHashSet<>(warnings);
    all.addAll(more);
    return new Plan(title, body, steps, additions, apply, origins, notes, List.copyOf(all));
  }

  /** The message of its commits, unless another is given. */
  public String message() {
    return body.isEmpty() ? title + "\n" : title + "\n\n" + body.stripTrailing() + "\n";
  }

  /** The message of one step's commits; of several each says what it does itself. */
  public String message(Step step) {
    if (steps.size() == 1 || step.title().equals(title)) {
      return message();
    }
    String of = title + ", step " + (steps.indexOf(step) + 1) + " of " + steps.size() + ".\n";
    String rest = body.isEmpty() ? "" : "\n" + body.stripTrailing() + "\n";
    return step.title() + "\n\n" + of + rest;
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
