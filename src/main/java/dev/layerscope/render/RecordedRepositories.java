package dev.layerscope.render;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.History;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repositories as one rendering sees them: what it asks is written down. */
record RecordedRepositories(Repositories repositories, Footing footing) implements Repositories {
  @Override
  public Access at(RepoUrl url) {
    Access access = repositories.at(url);
    footing.access(url, access);
    return access instanceof Access.Available(RepoUrl spelling, Clone clone)
        ? new Access.Available(spelling, new Recorded(url, clone, footing))
        : access;
  }

  @Override
  public List<Access> all() {
    footing.pin();
    return repositories.all();
  }

  /** A clone whose snapshots write down what is read of them. */
  private record Recorded(RepoUrl asked, Clone repository, Footing footing) implements Clone {
    @Override
    public RepoUrl url() {
      return repository.url();
    }

    @Override
    public Resolution resolve(Optional<String> targetRevision, String tagPrefix) {
      Resolution resolution = repository.resolve(targetRevision, tagPrefix);
      footing.resolved(new Footing.Asked(asked, targetRevision, tagPrefix), resolution);
      return resolution;
    }

    @Override
    public Optional<Snapshot> snapshot(String commit) {
      return repository.snapshot(commit).map(s -> s.recording(footing.readsOf(s)));
    }

    @Override
    public Optional<String> defaultBranch() {
      footing.pin();
      return repository.defaultBranch();
    }

    @Override
    public Optional<Instant> fetchedAt() {
      return repository.fetchedAt();
    }

    @Override
    public boolean isEmpty() {
      footing.pin();
      return repository.isEmpty();
    }

    @Override
    public boolean isShallow() {
      footing.pin();
      return repository.isShallow();
    }

    @Override
    public String state() {
      footing.pin();
      return repository.state();
    }

    @Override
    public List<String> branches() {
      footing.pin();
      return repository.branches();
    }

    @Override
    public List<String> tags() {
      footing.pin();
      return repository.tags();
    }

    @Override
    public Optional<Branch> branch(String name) {
      footing.pin();
      return repository.branch(name);
    }

    @Override
    public History history() {
      return repository.history();
    }

    @Override
    public void close() {
      // Whoever opened it closes it.
    }
  }
}
