package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.git.GitFixture;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.SelectionText;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that are kept as folders of one branch, compared with each other. */
class FolderSidesTest {
  private static final String CONFIG =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: base}\n";

  @TempDir private Path folder = Path.of(".");

  private final GitFixture team =
      GitFixture.repo(Estate.TEAM)
          .defaultBranch("dev")
          .file("base/kustomization.yaml", "resources: [config.yaml]\n")
          .file("base/config.yaml", CONFIG)
          .file("sites/one/kustomization.yaml", "resources: [../../base]\n")
          .file(
              "sites/two/kustomization.yaml",
              "resources: [../../base]\npatches: [{path: other.yaml}]\n")
          .file("sites/two/other.yaml", CONFIG.replace("base", "two"))
          .commit("Begin");

  private Comparison compare(String from, String to) throws Exception {
    try (Opened opened = Estate.open(folder, Estate.cluster("").commit("Begin"), team)) {
      return Compare.compare(
          opened,
          Question.tips(
              SelectionText.read("folder:" + Estate.TEAM + "//" + from, opened.workspace()),
              SelectionText.read("folder:" + Estate.TEAM + "//" + to, opened.workspace())),
          Progress.SILENT);
    }
  }

  @Test
  void whatTheirOverlaysRenderIsCompared() throws Exception {
    Comparison comparison = compare("sites/one", "sites/two");
    assertThat(comparison.anythingUnknown()).isFalse();
    assertThat(comparison.applications())
        .flatExtracting(a -> a.resources())
        .flatExtracting(r -> r.fields())
        .extracting(FieldChange::path)
        .containsExactly("data.a");
  }

  /** As the best known example of environments as folders has it. */
  @Test
  void whatIsCalledAfterItsFolderIsComparedWithWhatIsCalledAfterTheOther() throws Exception {
    for (String name : new String[] {"prod-eu", "staging-eu"}) {
      String stage = name.replace("-eu", "");
      team.file(
          "envs/" + name + "/kustomization.yaml",
          "namePrefix: %s-\nnamespace: %s\nresources: [../../base, web.yaml]\n"
              .formatted(name, stage));
      team.file(
          "envs/" + name + "/web.yaml",
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: %d}\n"
              .formatted(name.length()));
    }
    team.commit("Two folders");
    Comparison comparison = compare("envs/prod-eu", "envs/staging-eu");
    assertThat(comparison.applications())
        .flatExtracting(a -> a.resources())
        .extracting(r -> r.change() + " " + r.key().text())
        .containsExactly(
            "CHANGED ConfigMap/prod/prod-eu-c", "CHANGED apps/Deployment/prod/prod-eu-web");
    assertThat(comparison.applications())
        .flatExtracting(a -> a.resources())
        .flatExtracting(r -> r.fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder(
            "metadata.name",
            "metadata.namespace",
            "metadata.name",
            "metadata.namespace",
            "spec.replicas");
  }

  @Test
  void applicationsOfOneFolderAreThoseOfTheOtherUnderAnotherNamespace() throws Exception {
    for (String name : new String[] {"production", "staging"}) {
      team.file(
          "envs/" + name + "/app.yaml",
          Estate.application("shop-" + name, Estate.TEAM, "base", "")
              .replace("metadata:", "metadata:\n  namespace: argocd-" + name));
      team.file(
          "envs/" + name + "/own.yaml",
          Estate.application("only-in-" + name.charAt(0), Estate.TEAM, "base", ""));
    }
    team.commit("Applications of two folders");
    assertThat(compare("envs/production", "envs/staging").applications())
        .extracting(a -> a.effective() + " " + a.change().node().name())
        .containsExactlyInAnyOrder(
            "CHANGED folder", "CHANGED shop-staging", "REMOVED only-in-p", "ADDED only-in-s");
  }

  @Test
  void aFolderIsEqualToItself() throws Exception {
    assertThat(compare("sites/two", "sites/two").differences()).isZero();
  }

  @Test
  void theWholeRepositoryIsAFolderToo() throws Exception {
    Comparison comparison = compare(".", "");
    assertThat(comparison.anythingUnknown()).isFalse();
    assertThat(comparison.differences()).isZero();
  }

  @Test
  void aFolderThatLeavesItsRepositoryIsNoSide() {
    assertThatThrownBy(() -> compare("sites/one", "../other"))
        .isInstanceOf(SelectionText.Unreadable.class)
        .hasMessageContaining("leaves its repository");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws Exception {
    assertThat(compare("sites/one", "sites/none").repositories())
        .flatExtracting(r -> r.unknown().stream().toList())
        .singleElement()
        .asString()
        .startsWith("Folder “sites/none” of “dev” does not exist in ");
  }

  @Test
  void aFolderThatIsNotThereIsUnknown() throws Exception {
    assertThat(compare("sites/one", "sites/none").anythingUnknown()).isTrue();
  }
}
