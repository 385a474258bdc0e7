package dev.layerscope.diff.expected;

import java.util.List;
import java.util.Optional;

/** What a side of a comparison is called, and which branch carries it in each repository. */
public interface SideNames {
  /** A side that has no name: nothing is expected of it. */
  SideNames NONE =
      new SideNames() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public Optional<String> branchOf(String repoUrl) {
          return Optional.empty();
        }
      };

  /** The environment's name and its branch, or the ref. */
  List<String> names();

  /** The branch that carries the side in a repository; empty when it takes no part. */
  Optional<String> branchOf(String repoUrl);
}
