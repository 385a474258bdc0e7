package dev.layerscope.git;

import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.read.BareClone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository spelled out in a test, in memory: the clone of a remote, as if just fetched. Real
 * objects, fixed author, one commit a minute from 2026-01-01 on, so ids are the same in every run.
 *
 * <pre>{@code
 * Clone baseline =
 *     GitFixture.repo("https://git.example.com/platform/baseline.git")
 *         .file("deps/x.yaml", "kind: ConfigMap")
 *         .symlink("deps/y.yaml", "x.yaml")
 *         .commit("Add x")
 *         .branch("qa").file("deps/x.yaml", "kind: Secret").commit("Try")
 *         .on("main").tag("v1.0.0")
 *         .clone();
 * }</pre>
 */
public final class GitFixture {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TRACKING = "refs/remotes/origin/";

  private final RepoUrl url;
  private final Repository repository;
  private final Map<String, ObjectId> tips = new TreeMap<>();
  private final Map<String, DirCacheEntry> files = new TreeMap<>();
  private Optional<String> remote = Optional.of("origin");
  private String branch = "main";
  private String prefix = TRACKING;
  private int commits;

  private GitFixture(RepoUrl url, Repository repository) {
    this.url = url;
    this.repository = repository;
    // Whoever runs the tests may have git sign everything.
    repository.getConfig().setBoolean("commit", null, "gpgsign", false);
  }

  /**
   * A clone of {@code url} without any commit; the first will be on {@code main}, which is what
   * {@code HEAD} means.
   */
  public static GitFixture repo(String url) {
    GitSettings.install();
    return new GitFixture(
        new RepoUrl(url), new InMemoryRepository(new DfsRepositoryDescription(url)));
  }

  /** The same in a git repository on disk that is there already. */
  public static GitFixture in(Repository repository, String url) {
    return new GitFixture(new RepoUrl(url), repository);
  }

  /** A bare repository on disk that others can clone; its address is its folder. */
  public static GitFixture onDisk(Path folder) throws IOException {
    return onDisk(folder, folder.toUri().toString().replaceFirst("^file:/+", "file:///"));
  }

  /** The same called otherwise than where it is. */
  public static GitFixture onDisk(Path folder, String url) throws IOException {
    GitSettings.install();
    Repository repository =
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    repository.create(true);
    return in(repository, url).withoutRemote();
  }

  /** No remote: branches are local ones. To be said before the first commit. */
  public GitFixture withoutRemote() {
    remote = Optional.empty();
    prefix = Constants.R_HEADS;
    return this;
  }

  /** The name of the first branch, instead of {@code main}. To be said before the first commit. */
  public GitFixture defaultBranch(String name) {
    branch = name;
    return this;
  }

  /** Writes a file; it is in the next commit. */
  public GitFixture file(String path, String text) {
    return entry(path, FileMode.REGULAR_FILE, text);
  }

  /** Writes an executable file; it is in the next commit. */
  public GitFixture executable(String path, String text) {
    return entry(path, FileMode.EXECUTABLE_FILE, text);
  }

  /** Writes a symbolic link; it is in the next commit. */
  public GitFixture symlink(String path, String target) {
    return entry(path, FileMode.SYMLINK, target);
  }

  /** Removes a file, or all below a directory, from the next commit. */
  public GitFixture delete(String path) {
    files.keySet().removeIf(file -> file.equals(path) || file.startsWith(path + "/"));
    return this;
  }

  /** A submodule at some commit of another repository; it is in the next commit. */
  public GitFixture submodule(String path, String commit) {
    return entry(path, FileMode.GITLINK, ObjectId.fromString(commit));
  }

  /** Commits what was written, on the current branch. */
  public GitFixture commit(String message) {
    return commit(message, parents());
  }

  /** Commits what was written as a merge of another branch into the current one. */
  public GitFixture mergeCommit(String message, String other) {
    var parents = new ArrayList<>(parents());
    parents.add(tip(other));
    return commit(message, parents);
  }

  private List<ObjectId> parents() {
    return Optional.ofNullable(tips.get(prefix + branch)).map(List::of).orElse(List.of());
  }

  private GitFixture commit(String message, List<ObjectId> parents) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      files.values().forEach(builder::add);
      builder.finish();
      var commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(person());
      commit.setCommitter(person());
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      commits++;
      return move(branch, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a branch where the current one is, and goes on there. */
  public GitFixture branch(String name) {
    ObjectId here = tip(branch);
    branch = name;
    return move(name, here);
  }

  /** Goes on with a branch there is already, at its tip. */
  public GitFixture on(String name) {
    branch = name;
    return read(tip(name));
  }

  /** Goes on with a branch that has no parent commit. */
  public GitFixture orphan(String name) {
    branch = name;
    files.clear();
    return this;
  }

  /**
   * From here on, commits are ours: in local branches. The current one starts at the remote's tip.
   */
  public GitFixture local() {
    ObjectId here = tip(branch);
    prefix = Constants.R_HEADS;
    return tips.containsKey(prefix + branch) ? read(tip(branch)) : move(branch, here);
  }

  /**
   * From here on, commits are the remote's again, as if fetched; on the tip of the current branch
   * there.
   */
  public GitFixture remote() {
    prefix = TRACKING;
    return read(tip(branch));
  }

  /** A light tag on the current branch's tip. */
  public GitFixture tag(String name) {
    return update(Constants.R_TAGS + name, tip(branch));
  }

  /** An annotated tag on the current branch's tip. */
  public GitFixture annotatedTag(String name) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      var tag = new TagBuilder();
      tag.setTag(name);
      tag.setObjectId(tip(branch), Constants.OBJ_COMMIT);
      tag.setTagger(person());
      tag.setMessage(name);
      ObjectId id = inserter.insert(tag);
      inserter.flush();
      return update(Constants.R_TAGS + name, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any other ref, on the current branch's tip. */
  public GitFixture ref(String fullName) {
    return update(fullName, tip(branch));
  }

  /** Any other ref, on a commit. */
  public GitFixture ref(String fullName, String commit) {
    return update(fullName, ObjectId.fromString(commit));
  }

  /** Removes a ref, by its full name. */
  public GitFixture remove(String fullName) {
    try {
      RefUpdate update = repository.updateRef(fullName);
      update.setForceUpdate(true);
      update.delete();
      tips.remove(fullName);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The repository's address. */
  public RepoUrl url() {
    return url;
  }

  /** The id of the current branch's tip. */
  public String head() {
    return tip(branch).name();
  }

  /** The current branch's tip as a snapshot. */
  public Snapshot snapshot() {
    return clone().snapshot(head()).orElseThrow();
  }

  /** The clone with all that was said so far; later commits are seen through it, too. */
  @Override
  public Clone clone() {
    return new BareClone(
        url,
        repository,
        Optional.empty(),
        remote,
        true,
        () -> remote.map(name -> FIRST.plus(Duration.ofDays(1))));
  }

  /** A workspace of these repositories, and no others. */
  public static Repositories repositories(GitFixture... fixtures) {
    return new FixtureRepositories(List.of(fixtures));
  }

  private GitFixture entry(String path, FileMode mode, String text) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
      inserter.flush();
      return entry(path, mode, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GitFixture entry(String path, FileMode mode, ObjectId id) {
    delete(path);
    var entry = new DirCacheEntry(path);
    entry.setFileMode(mode);
    entry.setObjectId(id);
    files.put(path, entry);
    return this;
  }

  private GitFixture read(ObjectId commit) {
    files.clear();
    files.putAll(FixtureRepositories.entries(repository, commit));
    return this;
  }

  private ObjectId tip(String name) {
    return Optional.ofNullable(tips.get(prefix + name))
        .or(() -> Optional.ofNullable(tips.get(TRACKING + name)))
        .orElseThrow(() -> new IllegalStateException(url + " has no branch " + name + " yet"));
  }

  private GitFixture move(String name, ObjectId id) {
    if (tips.isEmpty()) {
      FixtureRepositories.link(
          repository, remote.map(r -> TRACKING + "HEAD").orElse(Constants.HEAD), prefix + name);
    }
    tips.put(prefix + name, id);
    return update(prefix + name, id);
  }

  private GitFixture update(String ref, ObjectId id) {
    try {
      RefUpdate update = repository.updateRef(ref);
      update.setNewObjectId(id);
      update.disableRefLog();
      RefUpdate.Result result = update.forceUpdate();
      if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.REJECTED) {
        throw new IllegalStateException(ref + ": " + result);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PersonIdent person() {
    return new PersonIdent(
        "Robin Example",
        "robin@example.com",
        FIRST.plus(Duration.ofMinutes(commits)),
        ZoneOffset.UTC);
  }
}
