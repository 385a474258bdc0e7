package dev.layerscope.operation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.side.Question;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded mutations of the sample's type-a and aurora: what is told is what was done. {@code
 * -Dmutations=200} runs as many.
 */
class MutationsTest {
  private static final Path SAMPLE = Path.of("sample-workspace");
  private static final List<String> URLS =
      List.of(
          "https://git.example.com/platform/type-a.git",
          "https://git.example.com/teams/aurora.git");

  /** What is done to a file. */
  enum Mutation {
    RENAME(Pattern.compile("kind: Application\n(?:.*\n)*?  name: (\\S+)\n")),
    DROP(Pattern.compile("(?s)^apiVersion: .*")),
    RETARGET(Pattern.compile("targetRevision: (prod)")),
    REORDER(Pattern.compile("(?s)^apiVersion: [^\n]*\nkind: [^\n]*\nmetadata:\n.*")),
    REFORMAT(Pattern.compile("(?s)^apiVersion: .*")),
    SCALE(Pattern.compile("(?m)^  replicas: (\\d+)$")),
    RETAG(Pattern.compile("image: \\S+?:(\\d[\\w.]*)"));

    private final Pattern where;

    Mutation(Pattern where) {
      this.where = where;
    }

    boolean fits(String path, String text) {
      boolean oneDocument = !text.contains("\n---");
      boolean kustomized = path.endsWith("kustomization.yaml") || path.contains("schema-registry/");
      return oneDocument && !kustomized && where.matcher(text).find();
    }

    String applyTo(String text) {
      Matcher m = where.matcher(text);
      assertThat(m.find()).isTrue();
      return switch (this) {
        case DROP -> "";
        case RENAME -> replaced(text, m, m.group(1) + "-again");
        case RETARGET -> replaced(text, m, "qa");
        case SCALE -> replaced(text, m, Integer.toString(Integer.parseInt(m.group(1)) + 7));
        case RETAG -> replaced(text, m, "9" + m.group(1));
        case REFORMAT -> text.replaceFirst("\nkind:", "\n# Written otherwise.\nkind:");
        case REORDER -> {
          String[] lines = text.split("\n", 3);
          yield lines[1] + "\n" + lines[0] + "\n" + lines[2];
        }
      };
    }

    private static String replaced(String text, Matcher m, String other) {
      return text.substring(0, m.start(1)) + other + text.substring(m.end(1));
    }
  }

  /** One seeded mutation of one file. */
  record Case(int number, Mutation mutation, String url, String path) {
    @Override
    public String toString() {
      return number + " " + mutation + " " + path;
    }
  }

  @TempDir private static Path clones = SAMPLE;
  private static @Nullable Opened original;
  private static final Map<String, Map<String, String>> FILES = new TreeMap<>();

  @BeforeAll
  static void open() throws WorkspaceException {
    original = new OpenWorkspace(clones).open(SAMPLE, Progress.SILENT);
    URLS.forEach(url -> FILES.put(url, files(url)));
  }

  @AfterAll
  static void close() {
    opened().close();
  }

  private static Opened opened() {
    return Objects.requireNonNull(original);
  }

  private static Map<String, String> files(String url) {
    Clone clone = ((Access.Available) opened().access().at(new RepoUrl(url))).repository();
    Snapshot prod = clone.snapshot(clone.branch("prod").orElseThrow().commit()).orElseThrow();
    Map<String, String> files = new TreeMap<>();
    for (TreeEntry entry : prod.walk(prod.find(TreePath.ROOT).orElseThrow(), d -> true)) {
      files.put(entry.path().value(), new String(prod.read(entry), StandardCharsets.UTF_8));
    }
    return files;
  }

  static Stream<Case> cases() throws WorkspaceException {
    open();
    var random = new Random(20261122);
    var cases = new ArrayList<Case>();
    int wanted = Integer.getInteger("mutations", 28);
    for (int i = 0; i < wanted; i++) {
      Mutation mutation = Mutation.values()[i % Mutation.values().length];
      List<Case> fitting = new ArrayList<>();
      int number = i;
      FILES.forEach((url, files) ->
          files.forEach((path, text) -> {
            if (mutation.fits(path, text)) {
              fitting.add(new Case(number, mutation, url, path));
            }
          }));
      Collections.shuffle(fitting, random);
      cases.add(fitting.getFirst());
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldAsWhatItWas(Case c) {
    Map<String, String> files = Objects.requireNonNull(FILES.get(c.url()));
    String before = Objects.requireNonNull(files.get(c.path()));
    GitFixture fixture = GitFixture.repo(c.url()).defaultBranch("prod");
    files.forEach(fixture::file);
    fixture.commit("As it is").branch("mutated");
    String after = c.mutation().applyTo(before);
    (after.isEmpty() ? fixture.delete(c.path()) : fixture.file(c.path(), after)).commit("Mutate");
    Comparison comparison = compare(c.url(), fixture);
    assertThat(comparison.repositories())
        .flatExtracting(r -> r.files())
        .extracting(f -> f.path().value())
        .containsExactly(c.path());
    List<ResourceChange> objects =
        comparison.applications().stream().flatMap(a -> a.resources().stream()).toList();
    List<FieldChange> fields = objects.stream().flatMap(o -> o.fields().stream()).toList();
    switch (c.mutation()) {
      case RENAME ->
          assertThat(comparison.applications())
              .filteredOn(a -> a.change().renamedFrom().isPresent())
              .allMatch(a -> a.change().change() == Change.MOVED)
              .isNotEmpty();
      case DROP -> assertThat(objects).isNotEmpty().allMatch(o -> o.change() == Change.REMOVED);
      case RETARGET ->
          // What it renders differs as well, as the other branch has other content.
          assertThat(comparison.applications())
              .filteredOn(a -> a.change().retargeted())
              .extracting(a -> a.change().node().name())
              .contains(c.path().replaceAll(".*/", "").replace(".yaml", ""));
      case REORDER, REFORMAT -> {
        assertThat(comparison.differences()).isZero();
        assertThat(objects).isNotEmpty().allMatch(ResourceChange::formattingOnly);
      }
      case SCALE -> assertThat(fields).singleElement().matches(f -> f.path().endsWith("replicas"));
      case RETAG ->
          assertThat(fields)
              .singleElement()
              .matches(f -> f.kind() == FieldChange.Kind.IMAGE_VERSION);
    }
  }

  private static Comparison compare(String url, GitFixture fixture) {
    List<Access> all =
        opened().repositories().all().stream()
            .map(access ->
                access instanceof Access.Available a && a.url().text().equals(url)
                    ? new Access.Available(a.url(), fixture.clone())
                    : access)
            .toList();
    var mutated = new Opened(opened().workspace(), new OpenRepositories(opened().workspace(), all));
    Selection prod = Selection.environment("prod");
    return Compare.compare(
        mutated,
        Question.tips(prod.with(url, "prod"), prod.with(url, "mutated"))
            .about(Set.of("my-cluster")),
        Progress.SILENT);
  }
}
