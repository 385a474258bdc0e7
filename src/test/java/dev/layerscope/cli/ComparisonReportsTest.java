package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What people read of a comparison or a matrix: text, Markdown, HTML and CSV. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ComparisonReportsTest {
  private static final String EAST = "https://git.example.com/clusters/east.git";

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void anApplicationThatGoesAndARootOfOneEnvironment() throws IOException {
    GitFixture.onDisk(folder.resolve("east.git"))
        .defaultBranch("dev")
        .file("bootstrap/east.yaml", application("east-deps", "deps", "dev"))
        .file("bootstrap/lab.yaml", application("lab-deps", "lab", "dev"))
        .file("deps/web.yaml", application("web", "web", "dev"))
        .file("deps/old.yaml", application("old", "old", "dev"))
        .file("lab/settings.yaml", configMap("lab", "x"))
        .file("web/settings.yaml", configMap("settings", "one"))
        .file("old/a.yaml", configMap("a", "x"))
        .file("old/b.yaml", configMap("b", "x"))
        .commit("Begin")
        .branch("qa")
        .file("bootstrap/east.yaml", application("east-deps", "deps", "qa"))
        .file("bootstrap/lab.yaml", application("lab-deps", "lab", "qa"))
        .file("deps/web.yaml", application("web", "web", "qa"))
        .delete("deps/old.yaml")
        .file("web/settings.yaml", configMap("settings", "two"))
        .commit("Our branch");
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: reports
        repositories: [{url: "%1$s", remote: east.git}]
        roots:
          - {name: east, repoURL: "%1$s", revision: dev, path: bootstrap/east.yaml}
          - {name: lab, repoURL: "%1$s", revision: qa, path: bootstrap/lab.yaml, environments: [qa]}
        environments: [{name: dev, branch: dev}, {name: qa, branch: qa}]
        """
            .formatted(EAST));
  }

  private static String application(String name, String path, String branch) {
    return ApplicationText.of(name, EAST, path).at(branch).to("shop").yaml();
  }

  private static String configMap(String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: %s}\n"
        .formatted(name, value);
  }

  private String said(String command, String... options) {
    var all = new ArrayList<>(List.of(command, folder.toString()));
    all.addAll(List.of(options));
    all.addAll(List.of("--clones", folder.resolve("clones").toString()));
    Printed printed = Printed.by(all.toArray(String[]::new));
    assertThat(printed.status()).as(printed.err()).isZero();
    return printed.out();
  }

  private String diff(String format) {
    return said("diff", "--from", "dev", "--to", "qa", "--format", format);
  }

  @Test
  void whatAnApplicationThatGoesRenderedIsCounted() {
    assertThat(diff("text")).contains("    rendered 2 objects: 2 ConfigMap\n");
    assertThat(diff("markdown"))
        .contains("removed · east</summary>\n\nrendered 2 objects: 2 ConfigMap\n\n");
    assertThat(diff("html")).contains("<p>rendered 2 objects: 2 ConfigMap</p>");
    String back = said("diff", "--from", "qa", "--to", "dev");
    assertThat(back).contains("+ Application old", "    renders 2 objects: 2 ConfigMap\n");
  }

  @Test
  void theMatrixExplainsTheSignsItUsesAndNoOthers() {
    for (String format : List.of("text", "markdown", "html")) {
      assertThat(said("matrix", "--format", format))
          .as(format)
          .contains("≠ 1 · 1 manifest", "− not here ⚑", "≠ differs, with how often, − gone.", "(⚑)")
          .doesNotContain("✓ acknowledged", "→ retargeted", "equal to the left");
    }
  }

  @Test
  void aRootOfOneEnvironmentIsCalledNeitherEqualNorNewThere() {
    String row =
        said("matrix", "--format", "csv")
            .lines()
            .filter(l -> l.contains("lab-deps"))
            .toList()
            .getFirst();
    assertThat(row)
        .contains(",lab-deps,lab,not in this environment,,first,0,,1 manifest,")
        .contains(",apart,0,");
    assertThat(said("matrix").lines().filter(line -> line.contains("lab-deps")))
        .singleElement()
        .asString()
        .doesNotContain("=", "+");
    assertThat(said("matrix", "--format", "json")).contains("\"relation\" : \"apart\"");
  }
}
