package dev.layerscope.operation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a repository beside YAML is promoted as git would merge it, or nothing is. */
class PromotedFilesTest {
  private static final int RUNS = 0100755;
  private static final int LINK = 0120000;

  @TempDir private Path temp;

  private final GitFixture team =
      GitFixture.repo(Estate.TEAM)
          .defaultBranch("dev")
          .file("app/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
          .file("run.sh", "echo\n")
          .file("logo.png", "\u0000one")
          .file("crlf.txt", "a\r\nb\r\nc\r\n")
          .file("gone.txt", "gone\n")
          .executable("old.sh", "echo\n")
          .commit("Begin")
          .branch("qa")
          .delete("gone.txt")
          .commit("Not here")
          .on("dev");

  private static GitFixture cluster() {
    return Estate.cluster("")
        .file("deps/web.yaml", Estate.application("web", Estate.TEAM, "app", ""))
        .commit("Begin")
        .branch("qa");
  }

  private PlanEdit.Answer answer() throws Exception {
    return PlanEdit.plan(
        Estate.open(temp, cluster(), team), Promotion.of("dev", "qa"), Progress.SILENT);
  }

  private Snapshot promoted() throws Exception {
    return Estate.planned(answer()).commits().stream()
        .filter(commit -> commit.url().equals(new RepoUrl(Estate.TEAM)))
        .findFirst()
        .orElseThrow()
        .after();
  }

  private static String text(Snapshot snapshot, String path) {
    return new String(
        snapshot.read(snapshot.find(TreePath.of(path)).orElseThrow()), StandardCharsets.UTF_8);
  }

  private static Optional<Integer> mode(Snapshot snapshot, String path) {
    return snapshot.mode(TreePath.of(path));
  }

  @Test
  void whereNobodyHasTheTargetsBranchNothingIsCalledPromotedAlready() throws Exception {
    GitFixture alone =
        Estate.cluster("")
            .file("deps/web.yaml", Estate.application("web", Estate.TEAM, "app", ""))
            .commit("Begin");
    Opened opened = Estate.open(temp, alone, Estate.team());

    assertThat(Estate.refused(PlanEdit.plan(opened, Promotion.of("dev", "qa"), Progress.SILENT)))
        .contains("Nothing of dev can be promoted to qa: no branch of qa in ")
        .contains("east", "new-team")
        .doesNotContain("everything");
  }

  @Test
  void whatCanBeRunNowCanBeRunThere() throws Exception {
    team.executable("run.sh", "echo\n").commit("Make it run");

    assertThat(mode(promoted(), "run.sh")).contains(RUNS);
    assertThat(Estate.planned(answer()).plan().branches().getFirst().files().getFirst().diff())
        .isEqualTo("diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n");
  }

  @Test
  void whatWasMadeToRunThereStaysSoWhenItsTextComes() throws Exception {
    team.on("qa").executable("run.sh", "echo\n").commit("Ours runs");
    team.on("dev").file("run.sh", "echo on\n").commit("Say more");

    Snapshot after = promoted();
    assertThat(mode(after, "run.sh")).contains(RUNS);
    assertThat(text(after, "run.sh")).isEqualTo("echo on\n");
  }

  @Test
  void newScriptsAndLinksComeAsWhatTheyAre() throws Exception {
    team.executable("new.sh", "echo\n").symlink("link", "run.sh").commit("Both");

    Snapshot after = promoted();
    assertThat(mode(after, "new.sh")).contains(RUNS);
    assertThat(mode(after, "link")).contains(LINK);
    assertThat(Estate.planned(answer()).plan().branches().getFirst().files())
        .extracting(file -> file.diff().lines().skip(1).findFirst().orElseThrow())
        .containsExactly("new file mode 120000", "new file mode 100755");
  }

  @Test
  void aScriptThatGoesIsToldAsWhatItWas() throws Exception {
    team.delete("old.sh").commit("Not any more");

    assertThat(Estate.planned(answer()).plan().branches().getFirst().files())
        .extracting(file -> file.diff().lines().skip(1).findFirst().orElseThrow())
        .contains("deleted file mode 100755");
    assertThat(promoted().find(TreePath.of("old.sh"))).isEmpty();
  }

  @Test
  void picturesAndLineBreaksComeByteForByte() throws Exception {
    team.file("logo.png", "\u0000two").file("crlf.txt", "a\r\nb\r\nd\r\n").commit("Other bytes");

    Snapshot after = promoted();
    assertThat(text(after, "logo.png")).isEqualTo("\u0000two");
    assertThat(text(after, "crlf.txt")).isEqualTo("a\r\nb\r\nd\r\n");
  }

  @Test
  void whatTheTargetTookOutAndNobodyChangedStaysOut() throws Exception {
    team.file("new.txt", "new\n").commit("More");

    assertThat(promoted().find(TreePath.of("gone.txt"))).isEmpty();
  }

  @Test
  void whatTheTargetTookOutAndTheOtherChangedIsAConflict() throws Exception {
    team.file("gone.txt", "changed\n").commit("Change it");

    assertThat(Estate.refused(answer()))
        .contains("new-team:gone.txt")
        .contains("Nothing is written");
  }

  @Test
  void aPictureThatBothChangedAndAFileThatBothMadeAreConflicts() throws Exception {
    team.on("qa").file("logo.png", "\u0000three").file("made.txt", "qa\n").commit("Ours");
    team.on("dev").file("logo.png", "\u0000two").file("made.txt", "dev\n").commit("Theirs");

    assertThat(Estate.refused(answer()))
        .contains("new-team:logo.png")
        .contains("new-team:made.txt");
  }

  @Test
  void aFileThatBothMadeAlikeIsNoConflict() throws Exception {
    team.on("qa").file("made.txt", "same\n").commit("Ours");
    team.on("dev").file("made.txt", "same\n").file("new.txt", "n\n").commit("Theirs");

    assertThat(Estate.planned(answer()).plan().branches().getFirst().files())
        .extracting(file -> file.path().value())
        .containsExactly("new.txt");
  }

  @Test
  void aSubmoduleThatMovedIsNoContentToMergeAndRefused() throws Exception {
    team.submodule("vendor", "a".repeat(40)).commit("Vendor");

    assertThat(Estate.refused(answer())).contains("vendor of new-team is a submodule that changed");
  }

  @Test
  void aFileWhereTheTargetHasAFolderOfItsOwnIsAConflict() throws Exception {
    team.on("qa").file("place/two.txt", "2\n").commit("A folder");
    team.on("dev").file("place", "a file\n").commit("A file");

    assertThat(Estate.refused(answer())).contains("new-team:place");
  }

  @Test
  void aFolderWhereTheTargetHasAFileOfItsOwnIsAConflict() throws Exception {
    team.on("qa").file("place", "a file\n").commit("A file");
    team.on("dev").file("place/deep/two.txt", "2\n").commit("A folder");

    assertThat(Estate.refused(answer())).contains("new-team:place/deep/two.txt");
  }

  @Test
  void aFileTakesThePlaceOfAFolderThatNobodyChanged() throws Exception {
    team.delete("app/config.yaml").file("app", "a file\n").commit("A file now");

    assertThat(text(promoted(), "app")).isEqualTo("a file\n");
  }

  @Test
  void nothingToPromoteIsSaid() throws Exception {
    assertThat(Estate.refused(answer())).startsWith("qa has everything of dev");
  }

  @Test
  void aPromotedFileThatIsOnlyMovedIsMovedThere() throws Exception {
    team.delete("crlf.txt").file("moved/crlf.txt", "a\r\nb\r\nc\r\n").commit("Move it");

    Snapshot after = promoted();
    assertThat(after.find(TreePath.of("crlf.txt"))).isEmpty();
    assertThat(text(after, "moved/crlf.txt")).isEqualTo("a\r\nb\r\nc\r\n");
  }
}
