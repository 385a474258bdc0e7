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
  void theSameLinesMeet() {
    assertThat(
            PlanConflicts.between(plan("dev", changed("b", "1")), plan("dev", changed("b", "2"))))
        .containsExactly("x.yaml of east on dev");
  }

  @Test
  void linesApartDoNotMeetNorDoBranches() {
    assertThat(
            PlanConflicts.between(plan("dev", changed("a", "1")), plan("dev", changed("f", "2"))))
        .isEmpty();
    assertThat(PlanConflicts.between(plan("dev", changed("b", "1")), plan("qa", changed("b", "2"))))
        .isEmpty();
  }

  @Test
  void whatOneTakesAwayTheOtherCannotChange() {
    var gone = FileChange.removed(TreePath.of("x.yaml"), TEXT, "");
    assertThat(PlanConflicts.between(plan("dev", gone), plan("dev", changed("b", "2"))))
        .containsExactly("x.yaml of east on dev");
  }

  private static EarlierPlan kept(FileChange file) {
    return new EarlierPlan(
        "Another plan",
        List.of(
            new EarlierPlan.Branch(
                EAST,
                "dev",
                Optional.of("0123456789"),
                List.of(new EarlierPlan.ChangedFile(file.path().value(), file.diff())))));
  }

  @Test
  void aPlanThatWasWrittenDownMeetsAnotherWhereItDoesWhileBothAreOpen() {
    Plan plan = plan("dev", changed("b", "1"));
    assertThat(PlanConflicts.between(plan, kept(changed("b", "2"))))
        .containsExactly("x.yaml of east on dev");
    assertThat(PlanConflicts.between(plan, kept(changed("f", "2")))).isEmpty();
    assertThat(PlanConflicts.between(plan, kept(changed("b", "1")))).isEmpty();
    assertThat(
            PlanConflicts.between(plan, kept(FileChange.removed(TreePath.of("x.yaml"), TEXT, ""))))
        .containsExactly("x.yaml of east on dev");
  }

  @Test
  void aFileReadAtAnotherCommitIsSaidToBe() {
    var other = FileChange.modified(TreePath.of("x.yaml"), "z\ny\n", "z\n", "");
    assertThat(PlanConflicts.between(plan("dev", changed("b", "1")), kept(other)))
        .containsExactly("x.yaml of east on dev (which the other plan read at 0123456)");
  }

  @Test
  void bothBringTheSameFile() {
    var mine = FileChange.added(TreePath.of("y.yaml"), "a\r\nb", "");
    var same = FileChange.added(TreePath.of("y.yaml"), "a\r\nb", "");
    var other = FileChange.added(TreePath.of("y.yaml"), "a\r\nc", "");
    assertThat(PlanConflicts.between(plan("dev", mine), kept(same))).isEmpty();
    assertThat(PlanConflicts.between(plan("dev", mine), kept(other)))
        .containsExactly("y.yaml of east on dev");
  }
}
