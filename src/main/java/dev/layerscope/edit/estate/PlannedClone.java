package dev.layerscope.edit.estate;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.History;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.commit.PlannedCommit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A clone as it will be once some planned commits are written: their branches lead to them, all
 * else is as it is. Whatever reads it needs to know nothing of plans. Closing it closes nothing.
 */
public final class PlannedClone implements Clone {
  private final Clone clone;
  private final Map<String, Snapshot> planned = new LinkedHashMap<>();
  private final Map<String, String> bases = new LinkedHashMap<>();

  /**
   * @param commits of this repository; of several on one branch the last counts
   */
  public PlannedClone(Clone clone, List<PlannedCommit> commits) {
    this.clone = clone;
    for (PlannedCommit commit : commits) {
      planned.put(commit.branch(), commit.after());
      commit.before().ifPresent(base -> bases.put(commit.after().commit(), base.commit()));
    }
  }

  @Override
  public RepoUrl url() {
    return clone.url();
  }

  @Override
  public Optional<String> defaultBranch() {
    return clone.defaultBranch();
  }

  @Override
  public Optional<Instant> fetchedAt() {
    return clone.fetchedAt();
  }

  @Override
  public boolean isEmpty() {
    return clone.isEmpty() && planned.isEmpty();
  }

  @Override
  public boolean isShallow() {
    return clone.isShallow();
  }

  @Override
  public String state() {
    var state = new StringBuilder(clone.state());
    planned.forEach((branch, after) -> state.append(branch).append(' ').append(after.commit()));
    return state.toString();
  }

  @Override
  public List<String> branches() {
    var names = new TreeSet<>(clone.branches());
    names.addAll(planned.keySet());
    return List.copyOf(names);
  }

  @Override
  public List<String> tags() {
    return clone.tags();
  }

  @Override
  public Optional<Branch> branch(String name) {
    Optional<Branch> now = clone.branch(name);
    Snapshot after = planned.get(name);
    if (after == null) {
      return now;
    }
    int ahead = now.map(Branch::ahead).orElse(0);
    boolean remote = now.flatMap(Branch::fetchedAt).isPresent();
    return Optional.of(
        new Branch(
            name,
            after.commit(),
            Branch.From.LOCAL,
            remote ? ahead + 1 : ahead,
            now.map(Branch::behind).orElse(0),
            now.flatMap(Branch::fetchedAt)));
  }

  @Override
  public Resolution resolve(Optional<String> targetRevision, String tagPrefix) {
    String asked = targetRevision.filter(text -> !text.isBlank()).orElse("HEAD");
    return switch (clone.resolve(targetRevision, tagPrefix)) {
      case Resolution.Resolved(Revision revision) -> new Resolution.Resolved(moved(revision));
      case Resolution.Ambiguous(Revision branch, Revision tag) ->
          new Resolution.Ambiguous(moved(branch), tag);
      case Resolution.Unresolved unresolved -> {
        String name = asked.equals("HEAD") ? defaultBranch().orElse(asked) : asked;
        Snapshot made = planned.get(name.replaceFirst("^refs/heads/", ""));
        yield made == null
            ? unresolved
            : new Resolution.Resolved(new Revision(made.commit(), asked, local(name)));
      }
    };
  }

  private Revision moved(Revision revision) {
    String branch = HostSearch.branchName(revision.ref());
    Snapshot after = revision.ref().startsWith("refs/tags/") ? null : planned.get(branch);
    return after == null ? revision : new Revision(after.commit(), revision.asked(), local(branch));
  }

  private static String local(String branch) {
    return branch.startsWith("refs/heads/") ? branch : "refs/heads/" + branch;
  }

  @Override
  public Optional<Snapshot> snapshot(String commit) {
    for (Snapshot after : planned.values()) {
      if (after.commit().equals(commit)) {
        return Optional.of(after);
      }
    }
    return clone.snapshot(commit);
  }

  @Override
  public History history() {
    return new PlannedHistory(clone.history(), bases);
  }

  @Override
  public void close() {}
}
