package dev.layerscope.git.clones;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.RefMove;
import dev.layerscope.git.Remote;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.credential.Account;
import dev.layerscope.git.read.BareClone;
import dev.layerscope.git.read.ManagedRepository;
import dev.layerscope.git.read.Refs;
import dev.layerscope.git.read.Upstream;
import dev.layerscope.git.transport.Fetching;
import dev.layerscope.git.transport.Pushing;
import dev.layerscope.work.Progress;
import java.util.List;
import java.util.Optional;

/**
 * What a clone that is here exchanges with remotes, as {@link Clones} promises it. A managed clone
 * is locked meanwhile.
 */
record Exchanges(CloneFolders folders, Account account) {

  List<RefMove> fetch(Clone clone, Progress progress) throws GitException {
    if (clone instanceof BareClone bare && folders.holds(bare.repository())) {
      try (CloneLock lock = folders.lock(clone.url(), progress)) {
        Leftovers.remove(bare.repository().getDirectory().toPath());
        List<RefMove> moved =
            fetching(bare, progress).everything("Fetching " + clone.url().shortName());
        if (!moved.isEmpty() && bare.repository() instanceof ManagedRepository managed) {
          managed.collect();
        }
        return moved;
      }
    }
    return List.of();
  }

  void fetchRef(Clone clone, String ref, Progress progress) throws GitException {
    if (clone instanceof BareClone bare && folders.holds(bare.repository())) {
      try (CloneLock lock = folders.lock(clone.url(), progress)) {
        fetching(bare, progress).one("Fetching " + ref + " of " + clone.url().shortName(), ref);
      }
    }
  }

  Upstream upstream(Clone clone, RepoUrl upstream, String remote, Progress progress)
      throws GitException {
    if (clone instanceof BareClone bare && folders.holds(bare.repository())) {
      try (CloneLock lock = folders.lock(clone.url(), progress)) {
        new Fetching(bare.repository(), new Remote(remote), account, progress)
            .upstream("Fetching " + upstream.shortName());
      }
      return Upstream.in(bare.repository(), Fetching.UPSTREAM, true);
    }
    if (clone instanceof BareClone bare) {
      return Upstream.ofRemote(bare.repository(), upstream);
    }
    throw new IllegalArgumentException("only clones opened here have remotes: " + clone);
  }

  void push(
      Clone clone,
      String branch,
      Optional<String> commit,
      Optional<String> topic,
      Progress progress)
      throws GitException {
    if (!(clone instanceof BareClone bare) || bare.refs().remote().isEmpty()) {
      throw new GitException(
          GitException.Kind.NOT_FOUND,
          "The clone of " + clone.url() + " has no remote to push to.");
    }
    String name = bare.refs().remote().get();
    Remote remote = bare.address().orElseGet(() -> Clones.remote(bare.repository(), name));
    if (!bare.isManaged()) {
      new Pushing(bare, remote, account, progress).push(branch, commit, topic.orElse(branch));
      return;
    }
    try (CloneLock lock = folders.lock(clone.url(), progress)) {
      new Pushing(bare, remote, account, progress).push(branch, commit, topic.orElse(branch));
    }
  }

  private Fetching fetching(BareClone bare, Progress progress) {
    Remote remote = bare.address().orElseGet(() -> Clones.remote(bare.repository(), Refs.ORIGIN));
    return new Fetching(bare.repository(), remote, account, progress);
  }
}
