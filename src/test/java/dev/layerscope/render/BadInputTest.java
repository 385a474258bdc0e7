package dev.layerscope.render;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may put into a repository to hurt whoever looks at it. */
class BadInputTest {
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n";

  private final TreeFixture repository = new TreeFixture("https://git.example.com/team.git");

  private Rendered render(String source) {
    return render(source, Settings.DEFAULT);
  }

  private Rendered render(String text, Settings settings) {
    Document document = YamlReader.read(text, Reading.ARGO).getFirst();
    Mapping spec = (Mapping) ((Document.Content) document).root();
    Snapshot snapshot = repository.snapshot();
    var source =
        new Source(
            snapshot.url(),
            spec.textAt("path"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            spec.mapping("kustomize"),
            Optional.empty(),
            spec.mapping("directory"),
            Optional.empty(),
            1);
    Repositories none = GitFixture.repositories();
    return assertTimeoutPreemptively(
        ofSeconds(60),
        () ->
            new Renderer(settings, none)
                .render(source, snapshot, new Context("app", "default", Optional.empty())));
  }

  private static void isRefused(Rendered rendered, FindingCode code, String message, String place) {
    assertThat(rendered.failed()).isTrue();
    Finding first = rendered.findings().getFirst();
    assertThat(first.code()).isEqualTo(code);
    assertThat(first.message()).contains(message);
    assertThat(first.locations().getFirst().pathAndLine()).startsWith(place);
  }

  private static String bomb() {
    var text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\n");
    text.append("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
    }
    return text.toString();
  }

  @Test
  void aBombOfAliasesIsRefusedAsArgoCdRefusesIt() {
    repository.file("app/bomb.yaml", bomb());
    isRefused(
        render("path: app"),
        FindingCode.MANIFEST_UNREADABLE_ERROR,
        "document contains excessive aliasing",
        "app/bomb.yaml:");
  }

  @Test
  void aBombOfAliasesDoesNotBuild() {
    repository
        .file("app/kustomization.yaml", "resources: [bomb.yaml]\n")
        .file("app/bomb.yaml", bomb());
    Rendered rendered = render("path: app");
    assertThat(rendered.failed()).isTrue();
    assertThat(rendered.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.KUSTOMIZE_BUILD_ERROR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep.yaml", "deep.json"})
  void endlessNestingIsAFindingAndNoOverflow(String name) {
    String nested = "[".repeat(200_000) + "]".repeat(200_000);
    String text = "{\"apiVersion\": \"v1\", \"kind\": \"X\", \"metadata\": {\"a\": %s}}";
    repository.file("app/" + name, text.formatted(nested));
    Rendered rendered = render("path: app");
    if (name.endsWith(".json")) {
      isRefused(rendered, FindingCode.MANIFEST_UNREADABLE_ERROR, "", "app/deep.json");
    } else {
      // The three words do not stand in it as Argo CD looks for them, so it passes it over.
      assertThat(rendered.manifests()).isEmpty();
    }
  }

  @Test
  void nestingByIndentationIsAFindingToo() {
    var text = new StringBuilder(CONFIG_MAP.formatted("deep") + "x:\n");
    for (int depth = 1; depth < 3000; depth++) {
      text.append(" ".repeat(depth)).append("a:\n");
    }
    repository.file("app/deep.yaml", text.toString());
    isRefused(render("path: app"), FindingCode.MANIFEST_UNREADABLE_ERROR, "", "app/deep.yaml");
  }

  @Test
  void anEnormousFileIsNotRead() {
    byte[] enormous = new byte[33 * 1024 * 1024];
    Arrays.fill(enormous, (byte) 'x');
    repository.file("app/big.yaml", enormous).file("app/a.yaml", CONFIG_MAP.formatted("a"));
    isRefused(
        render("path: app"),
        FindingCode.DIRECTORY_TOO_LARGE_ERROR,
        "exceeded max combined manifest file size",
        "app/big.yaml");
    Settings unlimited = Settings.DEFAULT.with(Settings.DEFAULT.tools().withMaxDirectoryBytes(0));
    Rendered rest = render("path: app", unlimited);
    assertThat(rest.manifests()).hasSize(1);
    assertThat(rest.certainty().level()).isEqualTo(Certainty.Level.APPROXIMATE);
    assertThat(rest.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.MANIFEST_TOO_LARGE_ERROR);
  }

  @Test
  void aMillionDocumentsAreReadInTime() {
    byte[] separators = "---\n".repeat(2_400_000).getBytes(StandardCharsets.US_ASCII);
    repository.file("app/many.yaml", separators);
    assertThat(render("path: app").failed()).isFalse();
  }

  @Test
  void basesInACircleDoNotBuild() {
    repository
        .file("a/kustomization.yaml", "resources: [../b]\n")
        .file("b/kustomization.yaml", "resources: [../a]\n");
    isRefused(render("path: a"), FindingCode.KUSTOMIZE_BUILD_ERROR, "cycle", "a");
  }

  @Test
  void aBaseOutsideTheRepositoryDoesNotBuild() {
    repository.file("a/kustomization.yaml", "resources: [../../../etc]\n");
    isRefused(render("path: a"), FindingCode.KUSTOMIZE_BUILD_ERROR, "", "a");
  }

  @Test
  void aFileBesideTheKustomizationIsNotReadThroughALink() {
    repository
        .file("secret.yaml", CONFIG_MAP.formatted("secret"))
        .file("a/kustomization.yaml", "resources: [link.yaml]\n")
        .link("a/link.yaml", "../secret.yaml");
    isRefused(render("path: a"), FindingCode.KUSTOMIZE_BUILD_ERROR, "security", "a");
  }

  @Test
  void linksInACircleAreAFinding() {
    repository.link("app/a.yaml", "b.yaml").link("app/b.yaml", "a.yaml");
    isRefused(
        render("path: app"), FindingCode.OUT_OF_BOUNDS_SYMLINK_ERROR, "too many links", "app/a");
    isRefused(render("path: app/a.yaml"), FindingCode.MISSING_PATH_ERROR, "does not exist", "app");
  }

  @Test
  void aPatternMadeToTakeForeverMatchesNothing() {
    String pattern = "{*a,*a}".repeat(40) + "!";
    repository.file("app/" + "a".repeat(120) + ".yaml", CONFIG_MAP.formatted("a"));
    Rendered rendered = render("path: app\ndirectory: {include: '" + pattern + "'}");
    assertThat(rendered.manifests()).isEmpty();
  }

  @Test
  void aBombInAnOverrideFileIsRefused() {
    repository.file("app/.argocd-source.yaml", bomb());
    isRefused(
        render("path: app"),
        FindingCode.OVERRIDE_FILE_UNREADABLE_ERROR,
        "excessive aliasing",
        "app/.argocd-source.yaml");
  }
}
