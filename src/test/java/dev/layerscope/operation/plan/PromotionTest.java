package dev.layerscope.operation.plan;

import static dev.layerscope.git.GitBinary.git;
import static dev.layerscope.operation.SampleSession.files;
import static dev.layerscope.operation.SampleSession.lines;
import static dev.layerscope.operation.SampleSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Promotion;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.operation.OnTheSample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample's dev goes to qa. */
class PromotionTest extends OnTheSample {
  private static final Promotion EVERYTHING = Promotion.of("dev", "qa");

  private static BranchChange of(PlannedEdit edit, String repository) {
    return edit.plan().branches().stream()
        .filter(b -> b.repository().shortName().equals(repository))
        .findFirst()
        .orElseThrow();
  }

  /** A team whose repository has every environment. */
  private void bind(String... environments) throws Exception {
    var binding =
        new TeamBinding(
            "nightshift",
            url("teams/nightshift"),
            "my-cluster",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            List.of(environments));
    sample().commit(sample().plan(binding));
    sample().reopen();
  }

  @Test
  void everythingIsOneMergeCommitThatKeepsTheEnvironmentsOwnRevision() throws Exception {
    bind("dev");
    PlannedEdit edit = sample().plan(EVERYTHING);
    BranchChange cluster = of(edit, "my-cluster");
    assertThat(files(cluster))
        .contains(
            "+ deps/nightshift.yaml",
            "+ deps/nightshift-namespace.yaml",
            "+ deps/nightshift-project.yaml",
            "+ deps/nightshift-rbac.yaml")
        .doesNotContain("~ deps/type-a-deps.yaml", "~ deps/my-cluster-res.yaml");
    assertThat(edit.plan().notes())
        .anyMatch(n -> n.startsWith("my-cluster: brings") && n.contains("Try tracing"));

    sample().commitAsPromised(edit);

    assertThat(sample().file("clusters/my-cluster", "qa", "deps/nightshift.yaml"))
        .isEqualTo(
            sample()
                .file("clusters/my-cluster", "dev", "deps/nightshift.yaml")
                .replace("targetRevision: dev", "targetRevision: qa"));
    Path clone = sample().folderOf("my-cluster");
    assertThat(git(clone, "log", "-1", "--format=%P", "refs/heads/qa").strip().split(" "))
        .containsExactly(
            git(clone, "rev-parse", "refs/remotes/origin/qa").strip(),
            git(clone, "rev-parse", "refs/heads/dev").strip());
    assertThat(sample().refused(EVERYTHING)).contains("qa has everything of dev");
  }

  @Test
  void aTickedApplicationComesAloneAndWhatIsLeftIsNamed() throws Exception {
    bind("dev");
    PlannedEdit edit = sample().plan(Promotion.of("dev", "qa", List.of("nightshift")));
    assertThat(edit.plan().branches())
        .singleElement()
        .satisfies(b -> {
          assertThat(files(b))
              .containsExactly(
                  "+ deps/nightshift-namespace.yaml",
                  "+ deps/nightshift-project.yaml",
                  "+ deps/nightshift-rbac.yaml",
                  "+ deps/nightshift.yaml");
          assertThat(b.trailers()).singleElement().asString().startsWith("Promoted-From: ");
        });
    assertThat(edit.plan().notes())
        .anyMatch(n -> n.contains("not promoted") && n.contains("Try tracing"));

    sample().commitAsPromised(edit);

    Path clone = sample().folderOf("my-cluster");
    assertThat(git(clone, "log", "-1", "--format=%P", "refs/heads/qa").strip().split(" "))
        .hasSize(1);
    assertThat(
            git(
                    clone,
                    "log",
                    "-1",
                    "--format=%(trailers:key=Promoted-From,valueonly)",
                    "refs/heads/qa")
                .strip())
        .isEqualTo(git(clone, "rev-parse", "refs/heads/dev").strip());
    assertThat(
            sample()
                .snapshot("clusters/my-cluster", "qa")
                .find(dev.layerscope.git.TreePath.of("deps/tracing.yaml")))
        .isEmpty();
  }

  @Test
  void aTeamWhoseRepositoryLacksTheEnvironmentIsRefused() throws Exception {
    sample()
        .commit(
            sample()
                .plan(TeamBinding.of("dreamteam", url("teams/dreamteam"), "my-cluster", "dev")));
    sample().reopen();
    assertThat(sample().refused(Promotion.of("dev", "qa", List.of("dreamteam"))))
        .contains("dreamteam.git has no branch qa");
  }

  @Test
  void linesThatBothChangedAreNamedAndNothingIsWritten() throws Exception {
    var image = "registry.example.com/aurora/checkout";
    for (var to : List.of("dev=9.0.0", "qa=9.1.0")) {
      String[] parts = to.split("=");
      var wish =
          new Release(
              "aurora",
              List.of(new Release.Image(image, parts[1])),
              Optional.empty(),
              List.of(parts[0]));
      sample().commit(sample().plan(wish));
      sample().reopen();
    }
    String before = sample().everything();
    assertThat(sample().refused(EVERYTHING))
        .contains("changed the same lines")
        .contains("aurora:checkout/deployment.yaml");
    assertThat(sample().everything()).isEqualTo(before);
  }

  @Test
  void whatWasWrittenToBothEnvironmentsAtOnceIsNoConflict() throws Exception {
    bind("dev", "qa");
    PlannedEdit edit = sample().plan(EVERYTHING);
    assertThat(files(of(edit, "my-cluster"))).noneMatch(f -> f.contains("nightshift"));
    List<FileChange> all = of(edit, "my-cluster").files();
    assertThat(all)
        .allSatisfy(f -> assertThat(lines(f)).noneMatch(l -> l.contains("targetRevision: dev")));
  }
}
