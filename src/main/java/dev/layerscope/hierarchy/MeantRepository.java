package dev.layerscope.hierarchy;

import dev.layerscope.finding.Nearest;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The repository of the workspace that an address most likely meant. One owner's repositories have
 * much of their addresses in common, so only one word of it may be misspelt: another repository
 * that is simply not there is asked about nothing.
 */
final class MeantRepository {
  /** Shorter words are names of teams and numbers, and one letter makes another one of them. */
  private static final int SHORTEST = 4;

  private MeantRepository() {}

  /** A question to put behind a sentence; empty when nothing is meant. */
  static String question(RepoUrl unknown, Repositories repositories) {
    List<String> near =
        repositories.all().stream()
            .map(MeantRepository::url)
            .map(RepoUrl::display)
            .filter(known -> isMisspelt(unknown.display(), known))
            .toList();
    return Nearest.question(unknown.display(), near);
  }

  private static RepoUrl url(Access access) {
    return switch (access) {
      case Access.Available(RepoUrl url, var ignored) -> url;
      case Access.Unavailable(RepoUrl url, var ignored, var alsoIgnored) -> url;
      case Access.Unknown(RepoUrl url) -> url;
    };
  }

  private static boolean isMisspelt(String written, String known) {
    List<String> here = words(written);
    List<String> there = words(known);
    if (here.size() != there.size()) {
      return false;
    }
    Optional<Integer> odd = Optional.empty();
    for (int i = 0; i < here.size(); i++) {
      if (!here.get(i).equals(there.get(i))) {
        if (odd.isPresent()) {
          return false;
        }
        odd = Optional.of(i);
      }
    }
    return odd.filter(i -> Math.min(here.get(i).length(), there.get(i).length()) >= SHORTEST)
        .flatMap(i -> Nearest.to(here.get(i), List.of(there.get(i))))
        .isPresent();
  }

  private static List<String> words(String url) {
    return Arrays.asList(url.split("[^\\p{L}\\p{N}]+"));
  }
}
