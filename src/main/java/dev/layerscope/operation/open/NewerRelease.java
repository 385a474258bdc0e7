package dev.layerscope.operation.open;

import dev.layerscope.git.GitException;
import dev.layerscope.git.transport.RemoteTags;
import dev.layerscope.git.version.SemanticVersion;
import dev.layerscope.work.Progress;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether there is a newer release of the program than the one that runs. Only asked where a person
 * has said so and named the repository with the tags of the releases: the program's own or a mirror
 * of it (decision 75).
 */
public final class NewerRelease {
  private NewerRelease() {}

  /** What a look at the tags gave. */
  public sealed interface Answer {
    /**
     * There is one.
     *
     * @param tag as the repository writes it
     */
    record Newer(String tag) implements Answer {}

    /**
     * What runs is as new as anything there.
     *
     * @param tag the newest release
     */
    record Newest(String tag) implements Answer {}

    /** The repository has no tag that is the version of a release, or what runs has no version. */
    record Unknown() implements Answer {}
  }

  /**
   * Asks the repository for its tags.
   *
   * @param running the version that runs; one that is no version is compared with nothing
   */
  public static Answer ask(String repository, String running, Progress progress)
      throws GitException {
    return among(RemoteTags.of(repository, progress), running);
  }

  /** The answer that tags give; those of previews, and what is no version, do not count. */
  static Answer among(Collection<String> tags, String running) {
    Optional<SemanticVersion> ours = SemanticVersion.parse(running);
    Optional<SemanticVersion> newest =
        tags.stream()
            .map(SemanticVersion::parse)
            .flatMap(Optional::stream)
            .filter(version -> version.preRelease().isEmpty())
            .max(Comparator.naturalOrder());
    if (ours.isEmpty() || newest.isEmpty()) {
      return new Answer.Unknown();
    }
    return newest.get().compareTo(ours.get()) > 0
        ? new Answer.Newer(newest.get().original())
        : new Answer.Newest(newest.get().original());
  }
}
