package dev.layerscope.operation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewCluster;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the way of an edit is said in a sentence, with its place. */
class BadGroundTest {
  private static final RepoUrl TEAM = new RepoUrl(Estate.TEAM);

  @TempDir private Path temp;

  private String refused(GitFixture cluster, Intention wish) throws Exception {
    try (Opened opened = Estate.open(temp, cluster.commit("Begin"), Estate.team())) {
      return Estate.refused(PlanEdit.plan(opened, wish, Progress.SILENT));
    }
  }

  private static GitFixture cluster() {
    return Estate.cluster("")
        .file("deps/shop.yaml", Estate.application("shop", Estate.TEAM, "app", ""));
  }

  /** Every intention that takes a new name, with that name. */
  private static Stream<Intention> named(String name) {
    return Stream.of(
        TeamBinding.of(name, TEAM, "east", "dev"),
        new NewLayer(
            name,
            Optional.empty(),
            new NewLayer.Place.Over("east", List.of("east")),
            List.of("dev")),
        new NewCluster(name, Optional.empty(), List.of("east"), "dev"),
        new NewApplication(
            name, "east", TEAM, "app", Optional.empty(), Optional.of("x"), List.of("dev")),
        new Renaming("shop", name, List.of("dev")));
  }

  static Stream<Intention> withBadNames() {
    return Stream.of("", "Shop", "-shop", "shop_", "a".repeat(64), "sh op", "shöp")
        .flatMap(BadGroundTest::named);
  }

  @ParameterizedTest
  @MethodSource("withBadNames")
  void aNameThatKubernetesDoesNotTakeIsRefused(Intention wish) throws Exception {
    assertThat(refused(cluster(), wish))
        .containsAnyOf("is no Kubernetes name", "is longer than 63", "is missing");
  }

  @Test
  void aNameThatIsTakenIsRefusedWithItsPlace() throws Exception {
    assertThat(refused(cluster(), TeamBinding.of("shop", TEAM, "east", "dev")))
        .contains("deps/shop.yaml");
    assertThat(
            refused(
                cluster(),
                new NewApplication(
                    "shop",
                    "east",
                    TEAM,
                    "app",
                    Optional.empty(),
                    Optional.of("x"),
                    List.of("dev"))))
        .contains("deps/shop.yaml");
  }

  @Test
  void thePlatformsNamespacesAndProjectsAreReserved() throws Exception {
    assertThat(refused(cluster(), TeamBinding.of("default", TEAM, "east", "dev")))
        .contains("every Argo CD has a project of that name");
    for (String namespace : List.of("kube-system", "openshift-etcd", "argocd", "default")) {
      var wish =
          new TeamBinding(
              "dreamteam",
              TEAM,
              "east",
              Optional.of(namespace),
              Optional.empty(),
              Optional.empty(),
              false,
              List.of("dev"));
      assertThat(refused(cluster(), wish)).contains("belongs to the platform");
    }
  }

  @Test
  void brokenYamlWhereTheEditMustGoIsNamedAndLeftAlone() throws Exception {
    GitFixture listed =
        Estate.cluster("")
            .file("deps/kustomization.yaml", "resources: [shop.yaml\n")
            .file("deps/shop.yaml", Estate.application("shop", Estate.TEAM, "app", ""));
    assertThat(refused(listed, TeamBinding.of("dreamteam", TEAM, "east", "dev"))).contains("deps");
  }

  @Test
  void whereNoPlaceIsSafeTheTextToPasteIsGiven() throws Exception {
    GitFixture anchored =
        Estate.cluster("")
            .file(
                "deps/shop.yaml",
                Estate.application("shop", Estate.TEAM, "app", "")
                    .replace("metadata:\n", "metadata: &x\n")
                    .replace("    targetRevision: dev\n", ""));
    assertThat(
            refused(
                anchored,
                new Retargeting("shop", Optional.of("dev"), Optional.empty(), List.of("dev"))))
        .contains("No safe place in deps/shop.yaml")
        .contains("has anchors")
        .contains("targetRevision: dev");
  }

  @Test
  void anApplicationOrEnvironmentThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
    assertThat(
            refused(
                cluster(),
                new Release(
                    "shpo",
                    List.of(new Release.Image("x", "1")),
                    Optional.empty(),
                    List.of("dev"))))
        .contains("There is no Application “shpo”")
        .contains("shop");
    assertThat(refused(cluster(), TeamBinding.of("a", TEAM, "east", "staging")))
        .contains("There is no environment “staging”")
        .contains("dev");
    assertThat(refused(cluster(), TeamBinding.of("a", TEAM, "west", "dev")))
        .contains("There is no root or layer “west”")
        .contains("east");
  }

  @Test
  void aRevisionThatNamesNothingIsRefused() throws Exception {
    assertThat(
            refused(
                cluster(),
                new Retargeting("shop", Optional.of("v9"), Optional.empty(), List.of("dev"))))
        .contains("v9")
        .contains("new-team");
  }

  @Test
  void anAddressWithAPasswordIsNeverWritten() throws Exception {
    assertThat(
            refused(
                cluster(),
                TeamBinding.of(
                    "dreamteam",
                    new RepoUrl("https://me:secret@git.example.com/teams/d.git"),
                    "east",
                    "dev")))
        .contains("carries a password")
        .doesNotContain("secret");
  }
}
