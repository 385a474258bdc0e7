package dev.layerscope.sample;

import dev.layerscope.sample.History.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Commits a history, step by step, into a repository without a working tree. */
final class HistoryReplay {

  private final Path commits;
  private final Repository repository;
  private final ObjectInserter inserter;
  private final SortedMap<String, ObjectId> refs = new TreeMap<>();

  private HistoryReplay(Path commits, Repository repository, ObjectInserter inserter) {
    this.commits = commits;
    this.repository = repository;
    this.inserter = inserter;
  }

  /**
   * Writes all commits.
   *
   * @return the branches and tags, by full name
   */
  static SortedMap<String, ObjectId> into(Repository repository, Path folder, History history)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      var replay = new HistoryReplay(folder.resolve("commits"), repository, inserter);
      for (Step step : history.commits()) {
        replay.commit(step);
      }
      return replay.refs;
    }
  }

  private void commit(Step step) throws IOException {
    try {
      List<ObjectId> parents = parents(step);
      FileTree files = start(step, parents);
      files.apply(step, commits, repository, inserter);
      ObjectId commit = write(step, parents, files.write(inserter));
      refs.put(Constants.R_HEADS + step.branch(), commit);
      if (step.tag() != null) {
        refs.put(Constants.R_TAGS + step.tag(), commit);
      }
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "In the commit '%s' of %s: %s"
              .formatted(step.message().lines().findFirst().orElse(""), commits, e.getMessage()),
          e);
    }
  }

  private List<ObjectId> parents(Step step) {
    List<ObjectId> parents = new ArrayList<>();
    ObjectId tip = refs.get(Constants.R_HEADS + step.branch());
    if (tip != null) {
      parents.add(tip);
    } else if (step.from() != null) {
      parents.add(tip(step.from()));
    }
    if (step.merge() != null) {
      parents.add(tip(step.merge()));
    }
    return parents;
  }

  private ObjectId tip(String branch) {
    ObjectId tip = refs.get(Constants.R_HEADS + branch);
    if (tip == null) {
      throw new IllegalStateException("no branch " + branch + " yet");
    }
    return tip;
  }

  private FileTree start(Step step, List<ObjectId> parents) throws IOException {
    if (parents.isEmpty()) {
      return FileTree.empty();
    }
    FileTree ours = files(parents.getFirst());
    if (step.merge() == null) {
      return ours;
    }
    FileTree theirs = files(parents.getLast());
    var merge = new ThreeWayMerge(repository, inserter);
    var merged = merge.merge(base(parents), ours, theirs);
    List<String> open = merged.conflicts().stream().filter(path -> !settles(step, path)).toList();
    if (!open.isEmpty()) {
      throw new IllegalStateException("conflicts not settled by a file: " + open);
    }
    return merged.files();
  }

  private boolean settles(Step step, String path) {
    boolean written =
        step.files() != null && commits.resolve(step.files()).resolve(path).toFile().isFile();
    return written || step.delete().contains(path);
  }

  private FileTree base(List<ObjectId> parents) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      for (ObjectId parent : parents) {
        walk.markStart(walk.parseCommit(parent));
      }
      @Nullable RevCommit base = walk.next();
      if (base == null) {
        throw new IllegalStateException("the branches have no common ancestor");
      }
      return files(base);
    }
  }

  private FileTree files(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return FileTree.of(repository, walk.parseCommit(commit).getTree());
    }
  }

  private ObjectId write(Step step, List<ObjectId> parents, ObjectId tree) throws IOException {
    PersonIdent person = person(step);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(person);
    commit.setCommitter(person);
    commit.setMessage(step.message().strip() + "\n");
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    return id;
  }

  private static PersonIdent person(Step step) {
    int bracket = step.author().indexOf('<');
    return new PersonIdent(
        step.author().substring(0, bracket).strip(),
        step.author().substring(bracket + 1).replace(">", "").strip(),
        step.when().toInstant(),
        step.when().getOffset());
  }
}
