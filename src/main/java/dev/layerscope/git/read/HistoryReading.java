package dev.layerscope.git.read;

import dev.layerscope.git.Commit;
import dev.layerscope.git.FileHistory;
import dev.layerscope.git.History;
import dev.layerscope.git.Person;
import dev.layerscope.git.TreePath;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Reads how the commits of a repository follow each other. */
final class HistoryReading implements History {
  private final Repository repository;

  HistoryReading(Repository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<Commit> commit(String id) {
    try (var walk = new RevWalk(repository)) {
      ObjectId object = ObjectId.fromString(id);
      return repository.getObjectDatabase().has(object)
          ? Optional.of(read(walk.parseCommit(object)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read commit " + id, e);
    }
  }

  @Override
  public Commit.Range commits(String in, String notIn, int limit) {
    try (var walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(ObjectId.fromString(in)));
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(notIn)));
      var newest = new ArrayList<Commit>();
      int count = 0;
      for (RevCommit commit : walk) {
        if (count < limit) {
          newest.add(read(commit));
        }
        count++;
      }
      return new Commit.Range(count, newest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compare " + in + " with " + notIn, e);
    }
  }

  @Override
  public Optional<String> patchId(String commit) {
    return new Patches(repository).id(commit);
  }

  @Override
  public FileHistory file(String commit, TreePath path, int limit, Progress progress) {
    return new FileHistoryReading(repository, progress).of(commit, path, limit);
  }

  @Override
  public Optional<String> mergeBase(String a, String b) {
    try (var walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(a)));
      walk.markStart(walk.parseCommit(ObjectId.fromString(b)));
      return Optional.ofNullable(walk.next()).map(RevCommit::name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compare " + a + " with " + b, e);
    }
  }

  static Commit read(RevCommit commit) {
    List<String> parents = Arrays.stream(commit.getParents()).map(RevCommit::name).toList();
    return new Commit(
        commit.name(),
        parents,
        person(commit.getAuthorIdent()),
        person(commit.getCommitterIdent()),
        commit.getFullMessage());
  }

  private static Person person(PersonIdent ident) {
    return new Person(
        ident.getName(), ident.getEmailAddress(), ident.getWhenAsInstant(), ident.getZoneId());
  }
}
