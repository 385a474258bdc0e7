package dev.layerscope.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.TreePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanConflictsTest {
  private static final RepoUrl EAST = new RepoUrl("https://git.example.com/east.git");
  private static final String TEXT = "a\nb\nc\nd\ne\nf\n";

  private static Plan plan(String branch, FileChange file) {
    var change = BranchChange.of("dev", EAST, branch, new Base.Nothing(), List.of(file));
    return new Plan(
        "A plan",
        "",
        List.of(Step.of("A plan", List.of(change))),
        Additions.NONE,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static FileChange changed(String from, String to) {
    return FileChange.modified(TreePath.of("x.yaml"), TEXT, TEXT.replace(from, to), "");
  }

  @Test
  void the_same_lines_meet() {
    assertThat(
            PlanConflicts.between(plan("dev", changed("b", "1")), plan("dev", changed("b", "2"))))
        .containsExactly("x.yaml of east on dev");
  }

  @Test
  void lines_apart_do_not_meet_nor_do_branches() {
    assertThat(
            PlanConflicts.between(plan("dev", changed("a", "1")), plan("dev", changed("f", "2"))))
        .isEmpty();
    assertThat(PlanConflicts.between(plan("dev", changed("b", "1")), plan("qa", changed("b", "2"))))
        .isEmpty();
  }

  @Test
  void what_one_takes_away_the_other_cannot_change() {
    var gone = FileChange.removed(TreePath.of("x.yaml"), TEXT, "");
    assertThat(PlanConflicts.between(plan("dev", gone), plan("dev", changed("b", "2"))))
        .containsExactly("x.yaml of east on dev");
  }
}
