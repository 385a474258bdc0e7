package dev.layerscope.render.helm.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelmWorkerTest {
  private static final String GOOD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n";

  /** Nobody can finish this, and nobody but the system can stop it. */
  private static final String ENDLESS =
      "{{ range until 1000000 }}{{ range until 1000000 }}{{ end }}{{ end }}";

  @Test
  void aTemplateThatNeverEndsIsGivenUpAndTheNextChartIsRendered() {
    try (var worker = new HelmWorker(new Limits(Duration.ofSeconds(8), 1500, 100))) {
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
      ProcessHandle first = worker.running().orElseThrow();
      var impatient = new Limits(Duration.ofMillis(300), 1500, 100);
      assertThat(worker.render(template(ENDLESS), impatient))
          .isEqualTo(new Answer.Lost("was given up after 300 ms"));
      assertThat(worker.running()).isEmpty();
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
      assertThat(worker.running().orElseThrow().pid()).isNotEqualTo(first.pid());
      first.onExit().join();
    }
  }

  @Test
  void aTemplateThatBringsHelmDownIsNamedAndTheNextChartIsRendered() {
    try (var worker = new HelmWorker(new Limits(Duration.ofSeconds(60), 400, 100))) {
      String hungry = "a: {{ repeat 900000000 \"0123456789\" | len }}";
      assertThat(worker.render(template(hungry)))
          .isInstanceOfSatisfying(
              Answer.Lost.class,
              lost ->
                  assertThat(lost.why())
                      .matches("needed more than 400 MB of memory|brought Helm down: .+"));
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
    }
  }

  @Test
  void aWorkerThatSomebodyElseEndedIsReplacedWithoutALoss() {
    try (var worker = new HelmWorker(Limits.DEFAULT)) {
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
      ProcessHandle process = worker.running().orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
    }
  }

  @Test
  void aWorkerIsReplacedAfterItsShareOfRenderings() {
    try (var worker = new HelmWorker(new Limits(Duration.ofSeconds(60), 1500, 2))) {
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
      assertThat(worker.running()).isPresent();
      assertThat(worker.render(template(GOOD))).isInstanceOf(Answer.Printed.class);
      assertThat(worker.running()).isEmpty();
    }
  }

  @Test
  void theProcessSeesNoEnvironmentOpensNoSocketAndLeavesNothingBehind() throws IOException {
    Path folder;
    try (var worker = new HelmWorker(Limits.DEFAULT)) {
      String asks =
          "a: {{ lookup \"v1\" \"Secret\" \"a\" \"b\" }}{{ getHostByName \"example.com\" }}";
      assertThat(worker.render(template(asks)))
          .isInstanceOfSatisfying(
              Answer.Refused.class,
              refused -> assertThat(refused.error()).contains("offline://nowhere"));
      ProcessHandle process = worker.running().orElseThrow();
      Path proc = Path.of("/proc", Long.toString(process.pid()));
      assertThat(environment(proc).keySet())
          .containsExactlyInAnyOrder(
              "HOME", "TMPDIR", "KUBECONFIG", "HELM_NO_PLUGINS", "LC_ALL", "TZ");
      assertThat(sockets(proc)).isEmpty();
      folder = Path.of(environment(proc).get("HOME")).getParent();
      assertThat(folder.resolve("values")).doesNotExist();
    }
    assertThat(folder).doesNotExist();
  }

  /** Helm's usual guesses where a cluster might be, answered by somebody who must not be asked. */
  @Test
  void anApiServerOnThisMachineStaysSilent() throws IOException {
    try (var server = new ServerSocket(0);
        var worker = new HelmWorker(Limits.DEFAULT)) {
      server.setSoTimeout(1);
      String address = "https://localhost:" + server.getLocalPort();
      Request request =
          new Request(
              new ChartContent(
                  files(
                      "a: {{ lookup \"v1\" \"Secret\" \"a\" \"b\" }}",
                      Map.of("kubeconfig", "clusters: [{cluster: {server: '" + address + "'}}]"))),
              "r",
              "n",
              "",
              List.of(new Request.Values("v", "KUBECONFIG: kubeconfig\nserver: " + address)),
              List.of("kubeconfig=kubeconfig"),
              List.of());
      assertThat(worker.render(request)).isInstanceOf(Answer.Refused.class);
      org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void whatAKilledProgramLeftIsRemovedByTheNext(@org.junit.jupiter.api.io.TempDir Path temporary)
      throws IOException {
    Path orphan = Files.createDirectories(temporary.resolve("layerscope-helm-999999999-x/charts"));
    Path ours =
        Files.createDirectories(
            temporary.resolve("layerscope-helm-" + ProcessHandle.current().pid() + "-y"));
    WorkerFolder folder = WorkerFolder.create(temporary);
    assertThat(orphan.getParent()).doesNotExist();
    assertThat(ours).exists();
    WorkerFolder.remove(folder.root());
    assertThat(folder.root()).doesNotExist();
  }

  @Test
  void aPathThatLeavesTheChartIsNeverWritten() {
    for (String path : List.of("../x", "/etc/x", "a/../../x", "..")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> new ChartContent(Map.of(path, new byte[0])))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Request template(String text) {
    return new Request(
        new ChartContent(files(text, Map.of())), "r", "n", "", List.of(), List.of(), List.of());
  }

  private static Map<String, byte[]> files(String template, Map<String, String> others) {
    Map<String, String> texts = new HashMap<>(others);
    texts.put("Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    texts.put("templates/t.yaml", template);
    Map<String, byte[]> files = new HashMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static Map<String, String> environment(Path proc) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String one : Files.readString(proc.resolve("environ")).split("\0")) {
      environment.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return environment;
  }

  private static List<String> sockets(Path proc) throws IOException {
    try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
      return descriptors
          .map(HelmWorkerTest::target)
          .filter(target -> target.startsWith("socket:"))
          .toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
