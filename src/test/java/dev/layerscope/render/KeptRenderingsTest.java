package dev.layerscope.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.render.helm.HelmRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one program rendered, and the next finds on the disk. */
class KeptRenderingsTest {
  private static final String URL = "https://git.example.com/team.git";
  private static final String MAP =
      "# why\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  a: |\n    x: %d\n";
  private static final long MUCH = 10_000_000;

  private final TreeFixture team = new TreeFixture(URL);
  private final Random random = new Random(20261122);

  @TempDir private Path folder = Path.of(".");

  private RenderMemory memory(String version) {
    return new RenderMemory(Optional.of(new KeptRenderings(folder, version, MUCH)));
  }

  private static Source source(String url, String path) {
    return new Source(
        new RepoUrl(url),
        Optional.of(path),
        Optional.of("main"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        3);
  }

  private static Rendered render(RenderMemory with, TreeFixture repository, String path) {
    Repositories others = GitFixture.repositories();
    var context = new Context("x", "default", Optional.of("web"));
    return new Renderer(Settings.DEFAULT, others, with, HelmRenderer.of(others))
        .render(source(repository.snapshot().url().text(), path), repository.snapshot(), context);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(Files::isRegularFile).toList();
    }
  }

  private void everyFolder() {
    for (int i = 0; i < 6; i++) {
      team.file("f" + i + "/m.yaml", MAP.formatted(random.nextInt(9)));
      team.file("k" + i + "/kustomization.yaml", "namePrefix: p-\nresources: [m.yaml]\n");
      team.file("k" + i + "/m.yaml", MAP.formatted(random.nextInt(9)));
    }
  }

  private String all(RenderMemory with) {
    var all = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      all.append(render(with, team, "f" + i)).append(render(with, team, "k" + i));
    }
    return all.toString();
  }

  @Test
  void theNextProgramRendersNothingAndSaysTheSame() throws IOException {
    everyFolder();
    RenderMemory first = memory("1");
    String cold = all(first);
    first.keepForNextTime();
    assertThat(files()).hasSize(1);
    RenderMemory next = memory("1");
    assertThat(all(next)).isEqualTo(cold);
    assertThat(next.count().renders()).isZero();
  }

  @Test
  void afterAnyChangeAndAnyDamageTheAnswerIsThatOfAFreshRendering() throws IOException {
    everyFolder();
    for (int round = 0; round < 60; round++) {
      RenderMemory remembering = memory("1");
      assertThat(all(remembering)).as("round %d", round).isEqualTo(all(new RenderMemory()));
      remembering.keepForNextTime();
      if (random.nextInt(3) == 0) {
        team.file("f" + random.nextInt(6) + "/m.yaml", MAP.formatted(random.nextInt(9)));
      }
      if (random.nextInt(2) == 0) {
        damage(files().getFirst());
      }
    }
  }

  private void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(3)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      default -> random.nextBytes(bytes);
    }
    Files.write(file, bytes);
  }

  @Test
  void whatAnotherVersionWroteCountsForNothing() {
    everyFolder();
    RenderMemory first = memory("1");
    String cold = all(first);
    first.keepForNextTime();
    RenderMemory next = memory("2");
    assertThat(all(next)).isEqualTo(cold);
    assertThat(next.count().renders()).isPositive();
  }

  @Test
  void noSecretIsEverWritten() throws IOException {
    everyFolder();
    team.file(
        "s/s.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {p: Marked-4711}\n");
    RenderMemory first = memory("1");
    all(first);
    assertThat(render(first, team, "s").toString()).contains("Marked-4711");
    first.keepForNextTime();
    for (Path file : files()) {
      assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Marked-4711");
    }
    assertThat(files()).isNotEmpty();
  }

  @Test
  void ofAnAddressWithAPasswordNothingIsWritten() throws IOException {
    var own = new TreeFixture("https://me:word-4711@git.example.com/own.git");
    own.file("f/m.yaml", MAP.formatted(1));
    RenderMemory first = memory("1");
    render(first, own, "f");
    first.keepForNextTime();
    assertThat(files()).isEmpty();
  }

  @Test
  void aProgramThatRendersNothingNewWritesNothing() throws IOException {
    everyFolder();
    team.file("broken/kustomization.yaml", "resources: [never-added.yaml]\n");
    RenderMemory first = memory("1");
    all(first);
    render(first, team, "broken");
    first.keepForNextTime();
    Path file = files().getFirst();
    Object written = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    RenderMemory next = memory("1");
    all(next);
    assertThat(render(next, team, "broken").failed()).as("rendered anew, and not kept").isTrue();
    next.keepForNextTime();
    assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isEqualTo(written);
  }

  @Test
  void whatWasNotUsedForLongestGoesWhenThereIsTooMuch() throws IOException {
    for (int i = 0; i < 5; i++) {
      Path file = Files.write(folder.resolve("old" + i + ".renderings"), new byte[3_000_000]);
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + i)));
    }
    everyFolder();
    RenderMemory first = memory("1");
    all(first);
    first.keepForNextTime();
    assertThat(files().stream().map(f -> f.getFileName().toString()))
        .contains("old4.renderings", "old3.renderings")
        .doesNotContain("old0.renderings", "old1.renderings")
        .anyMatch(name -> !name.startsWith("old"));
  }

  @Test
  void whatIsInUseStaysAfterTheClockWasSetBackByYears() throws IOException {
    for (int i = 0; i < 5; i++) {
      Path file = Files.write(folder.resolve("later" + i + ".renderings"), new byte[3_000_000]);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(900 + i))));
    }
    Path left = Files.write(folder.resolve("unfinished1.renderings.tmp"), new byte[9]);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().plus(Duration.ofDays(900))));
    everyFolder();
    RenderMemory first = memory("1");
    all(first);
    first.keepForNextTime();
    assertThat(files().stream().map(f -> f.getFileName().toString()))
        .anyMatch(name -> !name.startsWith("later"))
        .contains("later0.renderings")
        .doesNotContain("later4.renderings", "unfinished1.renderings.tmp");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoTrouble() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    everyFolder();
    var memory = new RenderMemory(Optional.of(new KeptRenderings(file.resolve("in"), "1", MUCH)));
    String cold = all(memory);
    memory.keepForNextTime();
    assertThat(all(memory)).isEqualTo(cold);
  }
}
