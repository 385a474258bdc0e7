package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.render.kustomize.tool.UsersTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program asked is a script that tells what it sees. */
class SecondOpinionTest {
  @TempDir private Path folder = Path.of(".");

  private static final String UNKNOWN_HERE =
      """
      apiVersion: builtin
      kind: ValueAddTransformer
      metadata: {name: v}
      value: x
      targets: [{fieldPath: metadata/annotations/a}]
      """;

  private UsersTool tool(String script) throws IOException {
    Path program = folder.resolve("kubectl");
    Files.writeString(program, "#!/bin/sh\n[ \"$1\" = version ] && exit 1\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return UsersTool.find(folder.toString()).orElseThrow();
  }

  /** A script that prints a ConfigMap with one entry. */
  private static String says(String value) {
    return "printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: told}\\ndata: {a:"
        + " \"%s\"}\\n' "
        + value
        + "\n";
  }

  private static Kustomized shop(String more) {
    return Kustomized.files()
        .file("app/kustomization.yaml", "resources: [web.yaml]\n" + more)
        .file("app/web.yaml", Kustomized.WEB)
        .file("app/unknown.yaml", UNKNOWN_HERE);
  }

  @Test
  void whatIsOnlyNearlyRightIsAskedAboutAndTheAnswerIsAssumed() throws IOException {
    Built built = shop("transformers: [unknown.yaml]").asking("app", tool(says("\"$1 ${2##*/}\"")));
    assertThat(built.certainty())
        .isEqualTo(Certainty.assumed("built by kustomize of kubectl here"));
    assertThat(KustomizePrint.print(built.manifests())).contains("a: kustomize app");
  }

  @Test
  void whatIsExactIsNotAskedAbout() throws IOException {
    Built built = shop("").asking("app", tool(says("never")));
    assertThat(built.certainty().exact()).isTrue();
    assertThat(built.manifests()).extracting(m -> m.gvk().kind()).containsExactly("Deployment");
  }

  @Test
  void nobodyIsAskedWhereSomethingWouldHaveToBeFetched() throws IOException {
    String remote = "transformers: [unknown.yaml, 'https://git.example.com/x.git//y?ref=v1']";
    Built built = shop(remote).asking("app", tool(says("never")));
    assertThat(built.certainty().level()).isEqualTo(Certainty.Level.APPROXIMATE);
    assertThat(built.manifests()).extracting(m -> m.gvk().kind()).containsExactly("Deployment");
  }

  @Test
  void aProgramThatFailsChangesNothing() throws IOException {
    Built built = shop("transformers: [unknown.yaml]").asking("app", tool("exit 1\n"));
    assertThat(built.certainty().why())
        .isEqualTo(List.of("the transformer ValueAddTransformer is not carried out"));
    assertThat(built.manifests()).hasSize(1);
  }

  @Test
  void theProgramSeesNothingOfThisEnvironment() throws IOException {
    Built built =
        shop("transformers: [unknown.yaml]").asking("app", tool(says("\"$JAVA_HOME$USER$PATH\"")));
    assertThat(KustomizePrint.print(built.manifests()))
        .contains("layerscope-kustomize-")
        .doesNotContain("/usr/bin");
  }

  @Test
  void linksThatLeaveTheRepositoryAreNotThere() throws IOException {
    Built built =
        shop("transformers: [unknown.yaml]")
            .link("app/out.yaml", "../../etc/hostname")
            .link("app/in.yaml", "web.yaml")
            .asking(
                "app", tool("for f in \"$2\"/*; do n=\"$n,${f##*/}\"; done\n" + says("\"$n\"")));
    assertThat(KustomizePrint.print(built.manifests()))
        .contains("a: ',in.yaml,kustomization.yaml,unknown.yaml,web.yaml'");
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    shop("transformers: [unknown.yaml]").asking("app", tool(says("\"$HOME\"")));
    Built built = shop("transformers: [unknown.yaml]").asking("app", tool(says("\"$HOME\"")));
    Path home = Path.of(built.manifests().getFirst().root().textAt("data", "a").orElseThrow());
    assertThat(home).isAbsolute().doesNotExist();
    assertThat(home.getParent()).doesNotExist();
  }
}
