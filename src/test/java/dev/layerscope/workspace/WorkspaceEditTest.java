package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Kind;
import dev.layerscope.workspace.WorkspaceForm.Section;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form changes one value of the file and leaves every other byte alone. */
class WorkspaceEditTest {
  private static final String TEXT =
      """
      # Ours since 2024
      name: acme   # the platform
      argocd:
        namespace: gitops
      repositories:
        # what every cluster stands on
        - url: https://git.example.com/platform/baseline.git
          aliases: [git@git.example.com:platform/baseline.git]
        - url: https://git.example.com/platform/type-a.git   # the family
      environments:
        # first try
        - name: dev
          branch: dev
        # the rest of the world
        - name: prod
          branch: prod
          branches: {"https://git.example.com/platform/baseline.git": main}
      """;

  private final WorkspaceEdit edit = new WorkspaceEdit(Path.of("workspace.yaml"), TEXT);

  private static Section section(String key) {
    return WorkspaceForm.sections().stream()
        .filter(section -> section.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Field field(String section, String key) {
    return section(section).fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private WorkspaceEdit set(String section, int entry, String key, String typed)
      throws WorkspaceException {
    return edit.set(section(section), entry, field(section, key), typed);
  }

  @Test
  void everyKeyTheFileMayHaveIsInTheForm() {
    assertThat(WorkspaceForm.sections())
        .extracting(Section::key)
        .contains(
            "",
            "argocd",
            "repositories",
            "roots",
            "controlPlanes",
            "clusters",
            "environments",
            "ignore",
            "waivers");
    assertThat(section("repositories").fields())
        .contains(
            new Field("url", Kind.TEXT),
            new Field("aliases", Kind.TEXTS),
            new Field("clone", Kind.TEXT),
            new Field("depth", Kind.NUMBER));
    assertThat(section("environments").fields()).contains(new Field("branches", Kind.PAIRS));
    assertThat(section("controlPlanes").fields()).contains(new Field("clusters", Kind.YAML));
  }

  @Test
  void valuesAreShownAsTheyAreTyped() {
    assertThat(edit.value(section(""), 0, field("", "name"))).contains("acme");
    assertThat(edit.value(section("repositories"), 0, field("repositories", "aliases")))
        .contains("git@git.example.com:platform/baseline.git");
    assertThat(edit.value(section("environments"), 1, field("environments", "branches")))
        .contains("https://git.example.com/platform/baseline.git: main");
    assertThat(edit.value(section("argocd"), 0, field("argocd", "version"))).isEmpty();
    assertThat(edit.entries(section("roots"))).isZero();
  }

  @Test
  void oneValueChangesAndEveryCommentStays() throws Exception {
    assertThat(set("", 0, "name", "acme-platform").text())
        .isEqualTo(TEXT.replace("name: acme ", "name: acme-platform "));
    assertThat(set("repositories", 1, "layer", "type-a").text())
        .contains("type-a.git   # the family\n    layer: type-a\n")
        .contains("# what every cluster stands on");
    assertThat(set("argocd", 0, "version", "3.5").text()).contains("version: \"3.5\"");
  }

  @Test
  void listsAndPairsAreTypedALineEach() throws Exception {
    WorkspaceEdit after = set("repositories", 1, "aliases", "git@a.example.com:t.git\nssh://b/t\n");
    assertThat(
            WorkspaceFile.of(Path.of("workspace.yaml"), after.text())
                .repositories()
                .get(1)
                .aliases())
        .extracting(dev.layerscope.git.RepoUrl::text)
        .containsExactly("git@a.example.com:t.git", "ssh://b/t");
    WorkspaceEdit without =
        set("environments", 0, "branches", "https://git.example.com/tools.git: null");
    assertThat(
            WorkspaceFile.of(Path.of("workspace.yaml"), without.text())
                .environments()
                .getFirst()
                .branches())
        .containsValue(java.util.Optional.empty());
  }

  @Test
  void anEmptyValueTakesItsKeyAway() throws Exception {
    assertThat(set("repositories", 0, "aliases", " ").text())
        .isEqualTo(TEXT.replace("    aliases: [git@git.example.com:platform/baseline.git]\n", ""));
  }

  @Test
  void whatWouldBeNoWorkspaceIsRefusedWithTheSentenceOfOpeningIt() {
    assertThatThrownBy(() -> set("", 0, "name", ""))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("lacks the key “name”");
    assertThatThrownBy(() -> set("repositories", 0, "depth", "few"))
        .hasMessageContaining("not a number");
    assertThatThrownBy(() -> set("environments", 0, "branches", "nonsense"))
        .hasMessageContaining("key: value");
  }

  @Test
  void anEntryIsAddedTakenAwayAndExchangedWithItsComments() throws Exception {
    Section environments = section("environments");
    assertThat(edit.add(environments, Map.of(field("environments", "name"), "qa")).text())
        .endsWith("  - name: qa\n");
    assertThat(edit.add(section("roots"), rootValues()).text()).contains("roots:\n");
    assertThat(edit.remove(environments, 0).text()).contains("# the rest of the world");
    assertThat(edit.swap(environments, 0).text())
        .endsWith(
            """
            environments:
              # the rest of the world
              - name: prod
                branch: prod
                branches: {"https://git.example.com/platform/baseline.git": main}
              # first try
              - name: dev
                branch: dev
            """);
  }

  private static Map<Field, String> rootValues() {
    return Map.of(
        field("roots", "name"), "east",
        field("roots", "manifest"), "roots/east.yaml");
  }

  @Test
  void aListOnOneLineIsExchangedAsWell() throws Exception {
    var flow =
        new WorkspaceEdit(
            Path.of("workspace.yaml"),
            "name: x\nrepositories: []\nenvironments: [{name: a}, {name: b}]\n");
    WorkspaceEdit after = flow.swap(section("environments"), 0);
    assertThat(WorkspaceFile.of(Path.of("workspace.yaml"), after.text()).environments())
        .extracting(Workspace.Environment::name)
        .containsExactly("b", "a");
  }
}
