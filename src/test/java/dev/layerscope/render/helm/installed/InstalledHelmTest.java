package dev.layerscope.render.helm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.ChartContent;
import dev.layerscope.render.helm.worker.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program asked is a script that tells what it sees. */
class InstalledHelmTest {
  @TempDir private Path folder = Path.of(".");

  private InstalledHelm helm(String script) throws IOException {
    Path program = folder.resolve("helm");
    Files.writeString(
        program, "#!/bin/sh\n[ \"$1\" = version ] && echo v3.16.2+gabc && exit\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return InstalledHelm.find(folder.toString(), Duration.ofSeconds(1)).orElseThrow();
  }

  private static Request request(String release) {
    return new Request(
        new ChartContent(
            Map.of("Chart.yaml", "name: c\nversion: 1.0.0\n".getBytes(StandardCharsets.UTF_8))),
        release,
        "shop",
        "1.32",
        List.of(new Request.Values("a,b.yaml", "one: 1"), new Request.Values("values", "two: 2")),
        List.of("x=1", "y=2"),
        List.of(Map.entry("z", "three")));
  }

  private static String printed(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Printed.class);
    return ((Answer.Printed) answer).text();
  }

  @Test
  void everythingIsHandedOverInOrderAndTheReleaseIsNoOption() throws IOException {
    String words =
        printed(helm("for w in \"$@\"; do echo \"$w\"; done").render(request("--debug")));
    assertThat(words.lines().map(w -> w.replaceAll("/.*/", "…/")).toList())
        .containsExactly(
            "template",
            "--no-hooks",
            "--namespace=shop",
            "--kube-version=1.32",
            "--values=…/a_b.yaml",
            "--values=…/values",
            "--set=x=1",
            "--set=y=2",
            "--set-file=z=…/value",
            "--",
            "--debug",
            "…/chart");
  }

  @Test
  void theFilesAreThereAndNothingOfThisEnvironmentIs() throws IOException {
    String seen =
        printed(
            helm("""
            for f in "$@"; do :; done
            while read -r l; do echo "$l"; done < "$f/Chart.yaml"
            set
            """)
                .render(request("r")));
    assertThat(seen).contains("name: c").contains("HELM_NO_PLUGINS='1'").contains("KUBECONFIG=");
    assertThat(seen).doesNotContain(System.getProperty("user.home") + "/.");
    assertThat(seen).containsPattern("PATH='?/[^:]*layerscope-own-helm-[^:]*/home'?\n");
  }

  @Test
  void itsOwnWordsAreTheErrorWithoutPlacesNobodyKnows() throws IOException {
    Answer answer = helm("echo \"Error: template: $PWD/x\" >&2; exit 1").render(request("r"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.error()).isEqualTo("template: home/x"));
  }

  @Test
  void oneThatNeverEndsIsGivenUp() throws IOException {
    assertThat(helm("while :; do :; done").render(request("r")))
        .isEqualTo(new Answer.Lost("was given up after 1 s"));
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Path home = Path.of(printed(helm("pwd").render(request("r"))).strip());
    assertThat(home.toString()).contains("layerscope-own-helm-");
    assertThat(home.getParent()).doesNotExist();
  }

  @Test
  void aHelmThatNeedsAClusterAndOneThatIsNoneAreNotTaken() throws IOException {
    Path program = folder.resolve("helm");
    Files.writeString(program, "#!/bin/sh\necho v2.17.0\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(InstalledHelm.find(folder.toString())).isEmpty();
    Files.writeString(program, "#!/bin/sh\nexit 1\n");
    assertThat(InstalledHelm.find(folder.toString())).isEmpty();
    assertThat(InstalledHelm.find("relative:.")).isEmpty();
  }
}
