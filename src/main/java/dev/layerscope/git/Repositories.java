package dev.layerscope.git;

import java.util.List;

/** The workspace's answer to "which clone is this URL?". Declared here, filled by the workspace. */
public interface Repositories {
  /** What is known about the repository behind a URL. */
  Access at(RepoUrl url);

  /** Every repository of the workspace, in the order of its file. */
  List<Access> all();

  /** What came of opening a repository. */
  sealed interface Access {
    /** Of the repository: the workspace's spelling, or what was asked for where it has none. */
    RepoUrl url();

    /**
     * A clone that can be read. {@code url} is the workspace's spelling, whatever was asked for.
     */
    record Available(RepoUrl url, Clone repository) implements Access {}

    /** In the workspace, but not to be had; the reason is a sentence for a person. */
    record Unavailable(RepoUrl url, GitException.Kind kind, String reason) implements Access {}

    /** Not in the workspace. */
    record Unknown(RepoUrl url) implements Access {}
  }
}
