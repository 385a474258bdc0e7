package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One estate in which every Application tries something else: to run a program, to read this
 * machine, to reach a host. All of it is looked at once, next to a proxy that writes down who
 * calls, and once more in a process that has no network at all.
 */
class HostileEstateTest {
  private static final String URL = "https://git.example.com/evil.git";
  private static final String LINKS = "https://git.example.com/links.git";
  private static final String SECRET = "Marked-Secret-7f3a";
  private static final Map<String, String> SOURCES = new LinkedHashMap<>();
  private static final AtomicInteger CALLS = new AtomicInteger();

  @TempDir private static Path folder;
  private static JsonNode nodes;
  private static String printed = "";

  private static void source(String name, String yaml) {
    SOURCES.put(name, yaml);
  }

  private static void path(String name, String more) {
    source(name, "{repoURL: \"%s\", path: %s%s}".formatted(URL, name, more));
  }

  private static GitFixture evil() throws IOException {
    String owned = folder.resolve("owned").toString();
    var evil = GitFixture.onDisk(folder.resolve("evil.git"));
    path("remote-base", "");
    evil.file(
        "remote-base/kustomization.yaml",
        "resources: [\"https://evil.example/base?ref=x\", \"git@evil.example:x//y\"]\n");
    path("remote-file", "");
    evil.file("remote-file/kustomization.yaml", "resources: [\"http://evil.example/all.yaml\"]\n");
    path("exec-plugin", "");
    evil.file("exec-plugin/kustomization.yaml", "generators: [run.yaml]\n")
        .file(
            "exec-plugin/run.yaml",
            """
            apiVersion: evil.example/v1
            kind: Run
            metadata:
              name: run
              annotations: {config.kubernetes.io/function: "exec: {path: ./run.sh}"}
            """)
        .executable("exec-plugin/run.sh", "#!/bin/sh\ntouch '" + owned + "'\n");
    path("chart-of-the-network", "");
    evil.file(
        "chart-of-the-network/kustomization.yaml",
        "helmCharts: [{name: x, repo: \"https://evil.example/charts\", version: 1.0.0}]\n");
    path("absolute-file", "");
    evil.file(
        "absolute-file/kustomization.yaml",
        "configMapGenerator: [{name: x, files: [/etc/passwd]}]\n");
    path("file-above", "");
    evil.file(
        "file-above/kustomization.yaml",
        "configMapGenerator: [{name: x, files: [../../../../../../../etc/passwd]}]\n");
    path("plugin", ", plugin: {name: evil, env: [{name: A, value: b}]}");
    evil.file("plugin/a.yaml", configMap("a", "b"));
    path("jsonnet", ", directory: {jsonnet: {libs: [/etc]}}");
    evil.file("jsonnet/a.jsonnet", "{a: importstr '/etc/passwd'}\n");
    source("path-above", "{repoURL: \"%s\", path: ../../../etc}".formatted(URL));
    source("path-absolute", "{repoURL: \"%s\", path: /etc}".formatted(URL));
    source("helper-address", "{repoURL: \"ext::sh -c touch% " + owned + "\", path: x}");
    source("file-address", "{repoURL: \"file:///etc\", path: .}");
    source("option-address", "{repoURL: \"--upload-pack=touch " + owned + "\", path: x}");
    source(
        "login-in-the-address",
        "{repoURL: \"https://robin:" + SECRET + "@git.evil.example/x.git\", path: x}");
    source(
        "chart-address",
        "{repoURL: \"https://evil.example/charts\", chart: x, " + "targetRevision: 1.0.0}");
    source("oci-address", "{repoURL: \"oci://evil.example/x\", path: ., targetRevision: 1.0.0}");
    charts(evil);
    links();
    return evil;
  }

  /** A repository of their own: Argo CD refuses the whole of one that has such a link. */
  private static void links() throws IOException {
    for (String name : List.of("link-out", "folder-link")) {
      source(name, "{repoURL: \"%s\", path: %s}".formatted(LINKS, name));
    }
    GitFixture.onDisk(folder.resolve("links.git"))
        .symlink("link-out/x.yaml", "/etc/passwd")
        .file("link-out/kustomization.yaml", "configMapGenerator: [{name: x, files: [x.yaml]}]\n")
        .symlink("folder-link", "/etc")
        .commit("Begin");
  }

  private static void charts(GitFixture evil) {
    String chart = "apiVersion: v2\nname: x\nversion: 1.0.0\n";
    for (var wish :
        Map.of(
                "chart-file-outside", "{{ .Files.Get \"../../../../etc/passwd\" }}",
                "chart-host", "{{ getHostByName \"evil.example\" }}",
                "chart-lookup", "{{ lookup \"v1\" \"Secret\" \"default\" \"x\" }}",
                "chart-environment", "{{ env \"HOME\" }}")
            .entrySet()) {
      path(wish.getKey(), "");
      evil.file(wish.getKey() + "/Chart.yaml", chart)
          .file(
              wish.getKey() + "/templates/x.yaml",
              configMap("x", "\"" + wish.getValue().replace("\"", "`") + "\""));
    }
    for (String file :
        List.of(
            "/etc/passwd",
            "../../../../../etc/passwd",
            "file:///etc/passwd",
            "https://evil.example/values.yaml",
            "https://robin:" + SECRET + "@evil.example/values.yaml",
            "secrets://x",
            "s3://bucket/x")) {
      String name = "values-" + SOURCES.size();
      path(name, ", helm: {valueFiles: [\"" + file + "\"]}");
      evil.file(name + "/Chart.yaml", chart)
          .file(name + "/templates/x.yaml", configMap("x", "\"{{ .Values }}\""));
    }
  }

  private static String configMap(String name, String value) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: %s}\n"
        .formatted(name, value);
  }

  @BeforeAll
  static void lookAtItOnce() throws Exception {
    GitFixture evil = evil();
    int i = 0;
    for (var one : SOURCES.entrySet()) {
      evil.file(
          "apps/" + i++ + ".yaml",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: "%s", namespace: argocd}
          spec:
            project: default
            source: %s
            destination: {server: "https://kubernetes.default.svc", namespace: x}
          """
              .formatted(one.getKey(), one.getValue()));
    }
    evil.commit("Begin");
    Files.writeString(
        folder.resolve("root.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: root, namespace: argocd}
        spec:
          project: default
          source: {repoURL: "%s", path: apps}
          destination: {server: "https://kubernetes.default.svc"}
        """
            .formatted(URL));
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: evil
        repositories: [{url: "%s", remote: evil.git}, {url: "%s", remote: links.git}]
        roots: [{name: east, manifest: root.yaml}]
        """
            .formatted(URL, LINKS));
    try (var proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> listen(proxy));
      var before = new LinkedHashMap<String, String>();
      for (String scheme : List.of("http", "https", "socks")) {
        set(before, scheme + (scheme.equals("socks") ? "ProxyHost" : ".proxyHost"), "127.0.0.1");
        set(
            before,
            scheme + (scheme.equals("socks") ? "ProxyPort" : ".proxyPort"),
            Integer.toString(proxy.getLocalPort()));
      }
      try {
        printed = tree("json");
      } finally {
        before.forEach((key, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(key);
          } else {
            System.setProperty(key, value);
          }
        });
      }
    }
    nodes = new ObjectMapper().readTree(printed).path("roots").path(0).path("nodes");
  }

  private static void set(Map<String, String> before, String key, String value) {
    before.put(key, System.getProperty(key, ""));
    System.setProperty(key, value);
  }

  private static void listen(ServerSocket proxy) {
    while (!proxy.isClosed()) {
      try (Socket caller = proxy.accept()) {
        CALLS.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static String tree(String format) {
    Path file = folder.resolve("printed");
    assertThat(
            CommandLineFace.run(
                "tree",
                folder.toString(),
                "--clones",
                folder.resolve("clones").toString(),
                "--format",
                format,
                "-o",
                file.toString()))
        .isZero();
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> wishes() {
    assertThat(SOURCES).as("the estate is made first").isNotEmpty();
    return List.copyOf(SOURCES.keySet());
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void whatItWantsIsNotHadAndItsNodeSaysSo(String name) {
    JsonNode node = null;
    for (JsonNode one : nodes) {
      node = one.path("name").asText().equals(name) ? one : node;
    }
    assertThat(node).as(name).isNotNull();
    boolean askedNobody =
        name.equals("chart-lookup")
            || name.equals("chart-host")
            || name.equals("chart-file-outside");
    if (!askedNobody) {
      assertThat(node.path("rendered").path("total").asInt()).as("%s", node).isZero();
      assertThat(node.path("unresolved").asText() + node.path("why"))
          .as(name)
          .hasSizeGreaterThan(9);
    }
  }

  @Test
  void nobodyWasCalled() {
    assertThat(CALLS).hasValue(0);
  }

  @Test
  void nothingWasRun() {
    assertThat(folder.resolve("owned")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text", "csv", "dot", "mermaid", "svg"})
  void nothingOfThisMachineAndNoSecretIsPrinted(String format) {
    assertThat(tree(format)).doesNotContain("root:x:0", SECRET);
  }

  /**
   * The same bytes from another process where there is no network at all; where this machine does
   * not let us have such a place, from another process.
   */
  @Test
  void withoutANetworkEverythingIsTheSame() throws Exception {
    Path file = folder.resolve("netless.json");
    var command = new ArrayList<>(walled());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.layerscope.Main",
            "tree",
            folder.toString(),
            "--clones",
            folder.resolve("clones").toString(),
            "--format",
            "json",
            "-o",
            file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(Files.readString(file)).isEqualTo(printed);
  }

  private static List<String> walled() throws Exception {
    var wall = List.of("unshare", "--map-root-user", "--net");
    var trial = new ArrayList<>(wall);
    trial.add("true");
    try {
      return new ProcessBuilder(trial).start().waitFor() == 0 ? wall : List.of();
    } catch (IOException notInstalled) {
      return List.of();
    }
  }
}
