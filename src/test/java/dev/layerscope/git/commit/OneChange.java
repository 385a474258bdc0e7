package dev.layerscope.git.commit;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Person;
import dev.layerscope.git.TreePath;
import java.util.Map;
import java.util.Optional;

/** The smallest commit: the file {@code a} of the branch {@code main} says 2. */
final class OneChange {
  private OneChange() {}

  static CommitDraft of(GitFixture fixture, Person author) {
    return new CommitDraft(
        fixture.clone(),
        "main",
        Optional.of(fixture.snapshot()),
        Map.of(TreePath.of("a"), CommitDraftTest.text("2\n")),
        author,
        "Change a");
  }
}
