package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What other programs rely on in comparisons, matrices and promotions: every field, its type, the
 * words it may have, and the exit status.
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ComparisonContractTest {
  private static final String CLUSTER = "https://git.example.com/clusters/east.git";
  private static final String TEAM = "https://git.example.com/teams/shop.git";
  private static final Set<String> CHANGES =
      Set.of("added", "removed", "changed", "moved", "same", "unknown");

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void twoEnvironmentsThatDifferInEveryWay() throws IOException {
    GitFixture.onDisk(folder.resolve("east.git"))
        .defaultBranch("dev")
        .file("bootstrap/east.yaml", application("east-deps", CLUSTER, "deps", "dev"))
        .file("deps/shop.yaml", application("shop", TEAM, "app", "dev"))
        .file("deps/comes.yaml", application("comes", TEAM, "other", "dev"))
        .commit("Begin")
        .branch("qa")
        .file("bootstrap/east.yaml", application("east-deps", CLUSTER, "deps", "qa"))
        .file("deps/shop.yaml", application("shop", TEAM, "app", "qa"))
        .file("deps/goes.yaml", application("goes", TEAM, "more", "qa"))
        .delete("deps/comes.yaml")
        .commit("Our branch");
    GitFixture.onDisk(folder.resolve("shop.git"))
        .defaultBranch("dev")
        .file("app/web.yaml", deployment("2", 3))
        .file("app/written.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: written}\n")
        .file("app/moved-here.yaml", configMap("moved"))
        .file("app/new.yaml", configMap("new"))
        .file("other/x.yaml", configMap("x"))
        .file("more/y.yaml", configMap("y"))
        .commit("Begin")
        .branch("qa")
        .file("app/web.yaml", deployment("3", 1))
        .file("app/written.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: written\n")
        .file("app/was-here.yaml", configMap("moved"))
        .delete("app/moved-here.yaml")
        .delete("app/new.yaml")
        .file("NOTES", "what is special here\n")
        .commit("Our state")
        .on("dev")
        .file("app/later.yaml", configMap("later"))
        .commit("Later");
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: contract
        repositories:
          - {url: "%s", remote: east.git}
          - {url: "%s", remote: shop.git}
        roots: [{name: east, repoURL: "%s", revision: dev, path: bootstrap/east.yaml}]
        environments: [{name: dev, branch: dev}, {name: qa, branch: qa}, {name: gone, branch: x}]
        ignore: [{profile: replicas}]
        """
            .formatted(CLUSTER, TEAM, CLUSTER));
  }

  private static String application(String name, String url, String path, String branch) {
    return ApplicationText.of(name, url, path).at(branch).to("shop").yaml();
  }

  private static String deployment(String tag, int replicas) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: %d
      template:
        spec: {containers: [{name: web, image: "example/web:%s"}]}
    """
        .formatted(replicas, tag);
  }

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: b, c: d, e: %s}\n"
        .formatted(name, name);
  }

  /** What a command writes; it must end with a status. */
  private String said(int status, String command, String... options) throws IOException {
    Path file = folder.resolve("said");
    Files.deleteIfExists(file);
    var all = new ArrayList<>(List.of(command, folder.toString()));
    all.addAll(List.of(options));
    all.addAll(List.of("--clones", folder.resolve("clones").toString()));
    if (!command.equals("promote")) {
      all.addAll(List.of("-o", file.toString()));
    }
    assertThat(CommandLineFace.run(all.toArray(String[]::new)))
        .as(String.join(" ", all))
        .isEqualTo(status);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static Stream<JsonNode> all(JsonNode array) {
    assertThat(array.isArray()).isTrue();
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static void texts(JsonNode array) {
    assertThat(all(array)).allMatch(JsonNode::isTextual);
  }

  private static void textOrNull(JsonNode of, String key) {
    assertThat(of.has(key)).as(key).isTrue();
    assertThat(of.get(key).isTextual() || of.get(key).isNull()).as(key).isTrue();
  }

  @Test
  void aComparisonHasWhatTheContractNames() throws IOException {
    String said = said(0, "diff", "--from", "dev", "--to", "env:qa", "--format", "json");
    assertThat(said(0, "diff", "--from", "dev", "--to", "env:qa", "--format", "json"))
        .as("the same input, the same bytes")
        .isEqualTo(said);
    JsonNode json = new ObjectMapper().readTree(said);
    assertThat(json.get("schema").isInt() && json.get("schema").asInt() == 1).isTrue();
    assertThat(json.get("from").isTextual() && json.get("to").isTextual()).isTrue();
    all(json.get("applications")).forEach(ComparisonContractTest::application);
    assertThat(all(json.get("applications")).map(a -> a.get("change").asText()))
        .contains("added", "removed", "changed");
    all(json.get("files"))
        .forEach(file -> {
          assertThat(file.get("repoURL").isTextual() && file.get("path").isTextual()).isTrue();
          assertThat(file.get("change").asText()).isIn("added", "removed", "modified", "renamed");
          textOrNull(file, "from");
          textOrNull(file, "to");
        });
    assertThat(all(json.get("files")).map(f -> f.get("change").asText()).distinct())
        .containsExactlyInAnyOrder("added", "removed", "modified", "renamed");
    all(json.get("commits"))
        .forEach(commits -> {
          assertThat(commits.get("repoURL").isTextual()).isTrue();
          assertThat(commits.get("only").asText()).isIn("from", "to");
          assertThat(commits.get("count").isInt()).isTrue();
          assertThat(commits.get("commits")).hasSize(commits.get("count").asInt());
        });
    JsonNode hidden = json.get("hidden");
    assertThat(hidden.get("byRule").isObject()).isTrue();
    assertThat(hidden.get("count").asInt())
        .isEqualTo(
            StreamSupport.stream(hidden.get("byRule").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum())
        .isPositive();
  }

  private static void application(JsonNode application) {
    assertThat(application.get("id").asText().split("/")).hasSize(4);
    texts(application.get("roots"));
    assertThat(application.get("roots")).isNotEmpty();
    assertThat(application.get("change").asText()).isIn(CHANGES);
    all(application.get("fields")).forEach(ComparisonContractTest::field);
    all(application.get("resources"))
        .forEach(resource -> {
          assertThat(resource.get("key").isTextual()).isTrue();
          assertThat(resource.get("change").asText()).isIn(CHANGES);
          all(resource.get("fields")).forEach(ComparisonContractTest::field);
          assertThat(resource.get("formattingOnly").isBoolean()).isTrue();
          texts(resource.get("risks"));
        });
  }

  private static void field(JsonNode field) {
    assertThat(field.get("path").isTextual()).isTrue();
    textOrNull(field, "from");
    textOrNull(field, "to");
  }

  @Test
  void whatAnObjectBecameIsSaidInTheWordsOfTheContract() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(said(0, "diff", "--from", "dev", "--to", "qa", "--format", "json"));
    JsonNode shop =
        all(json.get("applications"))
            .filter(a -> a.get("id").asText().equals("east/argocd/Application/shop"))
            .findFirst()
            .orElseThrow();
    assertThat(
            all(shop.get("resources"))
                .map(r ->
                    r.get("key").asText()
                        + " "
                        + r.get("change").asText()
                        + (r.get("formattingOnly").asBoolean() ? " formatting only" : "")))
        .contains(
            "apps/Deployment/shop/web changed",
            "ConfigMap/shop/new removed",
            "ConfigMap/shop/written same formatting only");
    assertThat(json.at("/hidden/byRule/replicas").asInt()).isEqualTo(1);
  }

  @Test
  void theExitStatusTellsDifferencesFromWhatCouldNotBeLookedAt() throws IOException {
    said(1, "diff", "--from", "dev", "--to", "qa", "--exit-code");
    said(0, "diff", "--from", "dev", "--to", "dev", "--exit-code");
    said(4, "diff", "--from", "dev", "--to", "gone");
    said(4, "diff", "--from", "dev", "--to", "gone", "--exit-code");
    said(2, "diff", "--from", "dev", "--to", "nowhere");
    said(2, "diff", "--from", "dev");
    said(2, "diff", "--from", "dev", "--to", "qa", "--format", "pdf");
    said(2, "diff", "--from", "dev", "--to", "qa", "--root", "nobody");
    said(2, "diff", "--from", "declared", "--to", "qa", "--follow-branch");
    said(2, "matrix", "--follow-branch");
    said(2, "promote", "--from", "dev", "--to", "qa", "--follow-branch");
    said(2, "promote", "--from", "dev", "--to", "nowhere");
  }

  @Test
  void aComparisonMayImagineThatEverythingFollowsTheBranchAndSaysSo() throws IOException {
    String json =
        said(0, "diff", "--from", "dev", "--to", "qa", "--follow-branch", "--format", "json");
    JsonNode said = new ObjectMapper().readTree(json);
    texts(said.get("remarks"));
    assertThat(all(said.get("remarks")).map(JsonNode::asText))
        .hasSize(2)
        .allMatch(words -> words.startsWith("What if: below the roots, too, "));
  }

  @Test
  void aMatrixHasACellForEveryEnvironmentInTheirOrder() throws IOException {
    String said = said(0, "matrix", "--format", "json");
    assertThat(said(0, "matrix", "--format", "json")).isEqualTo(said);
    JsonNode json = new ObjectMapper().readTree(said);
    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(all(json.get("environments")).map(e -> e.get("name").asText()))
        .containsExactly("dev", "qa", "gone");
    all(json.get("environments"))
        .flatMap(e -> all(e.get("repositories")))
        .forEach(head -> {
          assertThat(head.get("ahead").isInt() && head.get("behind").isInt()).isTrue();
          assertThat(head.get("commit").asText()).matches("[0-9a-f]{40}");
        });
    all(json.get("applications"))
        .forEach(row -> {
          assertThat(row.get("differs").isBoolean()).isTrue();
          all(row.get("roots"))
              .forEach(line -> {
                assertThat(line.get("cells")).hasSize(3);
                all(line.get("cells"))
                    .forEach(cell -> {
                      assertThat(cell.get("state").asText())
                          .isIn("present", "absent", "not-here", "unknown");
                      assertThat(cell.get("relation").asText())
                          .isIn(
                              "first",
                              "equal",
                              "differs",
                              "retargeted",
                              "moved",
                              "removed",
                              "added",
                              "acknowledged",
                              "apart",
                              "unknown");
                      assertThat(cell.get("differences").isInt()).isTrue();
                      texts(cell.get("risks"));
                    });
                // Nobody could look at the last environment, so nothing in it is equal to anything.
                assertThat(line.get("cells").get(2).get("state").asText()).isEqualTo("unknown");
                assertThat(line.get("cells").get(2).get("relation").asText()).isEqualTo("unknown");
              });
        });
    JsonNode comes =
        all(json.get("applications"))
            .filter(a -> a.get("name").asText().equals("comes"))
            .findFirst()
            .orElseThrow();
    JsonNode cells = comes.get("roots").get(0).get("cells");
    assertThat(cells.get(0).get("risks")).isEmpty();
    assertThat(cells.get(1).get("relation").asText()).isEqualTo("removed");
    assertThat(all(cells.get(1).get("risks")).map(JsonNode::asText))
        .anyMatch(words -> words.contains("comes"));
    assertThat(json.get("hidden").get("count").isInt()).isTrue();
  }

  @Test
  void aDryRunOfAPromotionSaysWhatWouldBeWrittenAndWritesNothing() throws IOException {
    said(0, "diff", "--from", "dev", "--to", "qa");
    List<String> before = refs();
    String[] promotion = {"promote", "--from", "dev", "--to", "qa", "--dry-run"};
    Printed text = Printed.by(with(promotion));
    assertThat(text.status()).as(text.err()).isZero();
    assertThat(text.out())
        .contains("diff --git a/app/later.yaml", "+++ b/app/later.yaml", "@@ -0,0");
    Printed printed = Printed.by(with(promotion, "--format", "json"));
    assertThat(printed.status()).isZero();
    JsonNode json = new ObjectMapper().readTree(printed.out());
    assertThat(json.get("schema").asInt()).isEqualTo(1);
    assertThat(all(json.get("changeSets"))).isNotEmpty();
    all(json.get("changeSets"))
        .peek(set -> textOrNull(set, "id"))
        .flatMap(set -> all(set.get("repositories")))
        .forEach(repository -> {
          assertThat(repository.get("repoURL").isTextual()).isTrue();
          assertThat(repository.get("branch").asText()).isEqualTo("qa");
          assertThat(repository.get("base").asText()).matches("[0-9a-f]{40}");
          assertThat(repository.get("commit").isNull()).isTrue();
          all(repository.get("files"))
              .forEach(file -> {
                assertThat(file.get("path").isTextual() && file.get("diff").isTextual()).isTrue();
                assertThat(file.get("change").asText())
                    .isIn("added", "modified", "removed", "renamed");
              });
        });
    for (String key : List.of("added", "removed", "changed", "moved")) {
      texts(json.get("hierarchy").get(key));
    }
    assertThat(json.get("findings").get("new").isArray()).isTrue();
    assertThat(json.get("findings").get("gone").isArray()).isTrue();
    texts(json.get("warnings"));
    assertThat(refs()).isEqualTo(before);
  }

  private String[] with(String[] first, String... more) {
    var all = new ArrayList<>(List.of(first));
    all.add(1, folder.toString());
    all.addAll(List.of(more));
    all.addAll(List.of("--clones", folder.resolve("clones").toString()));
    return all.toArray(String[]::new);
  }

  /** Every ref of every clone, loose or packed. */
  private List<String> refs() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("clones"))) {
      var refs = new ArrayList<String>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().contains("/refs/") || file.endsWith("packed-refs")) {
          refs.add(folder.relativize(file) + " " + Files.readString(file));
        }
      }
      return refs;
    }
  }
}
