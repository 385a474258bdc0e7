package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Pictures and tables from the command line, read back: no display, no toolkit. */
class PicturesTest {
  private static final String SAMPLE = "sample-workspace";
  private static final String BASELINE = "https://git.example.com/platform/baseline.git";

  @TempDir private static Path clones = Path.of(".");
  @TempDir private Path folder = Path.of(".");

  @Test
  void anSvgKeepsItsWordsAndSaysWhatItShows() throws Exception {
    Path file = folder.resolve("tree.svg");
    assertThat(tree("svg", file, "--root", "my-cluster", "--env", "dev")).isZero();

    List<String> words = words(file);
    assertThat(words).contains("my-cluster-deps", "baseline-res", "acme-platform", "Legend");
    assertThat(words).anyMatch(word -> word.startsWith("environment dev"));
    assertThat(words).contains(BASELINE).anyMatch(word -> word.matches("dev at [0-9a-f]{7,}"));
  }

  @Test
  void aPngHasTheSizeAskedFor() throws Exception {
    Path once = folder.resolve("once.png");
    Path twice = folder.resolve("twice.png");
    assertThat(tree("png", once, "--root", "my-cluster")).isZero();
    assertThat(tree("png", twice, "--root", "my-cluster", "--scale", "2")).isZero();

    assertThat(width(twice)).isEqualTo(2 * width(once)).isGreaterThan(1000);
  }

  @Test
  void aGraphForOtherProgramsSaysWhatItShowsAtWhichCommits() throws Exception {
    Path dot = folder.resolve("tree.dot");
    Path mermaid = folder.resolve("tree.mmd");
    assertThat(tree("dot", dot, "--root", "my-cluster", "--env", "dev")).isZero();
    assertThat(tree("mermaid", mermaid, "--root", "my-cluster", "--env", "dev")).isZero();

    assertThat(Files.readString(dot))
        .startsWith("digraph layerscope {\n  // acme-platform · environment dev · ")
        .contains("\n  // " + BASELINE + ": dev at ");
    assertThat(Files.readString(mermaid))
        .startsWith("flowchart LR\n  %% acme-platform · environment dev");
  }

  @Test
  void aTableHasALineForEveryNodeAndItsCommit() throws Exception {
    Path file = folder.resolve("tree.csv");
    assertThat(tree("csv", file, "--root", "my-cluster", "--env", "dev")).isZero();

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).startsWith("root,depth,kind,namespace,name,layer,state");
    assertThat(lines)
        .anyMatch(line ->
            line.matches("my-cluster,2,Application,[^,]*,baseline-deps,baseline,.*[0-9a-f]{40}.*"));
    assertThat(lines.getFirst()).endsWith(",workspace,environment,written");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.matches(".*,acme-platform,dev,\\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void theFleetAndTheLayersAreDrawnAsWell() throws Exception {
    Path fleet = folder.resolve("fleet.svg");
    Path layers = folder.resolve("layers.svg");
    assertThat(tree("svg", fleet, "--picture", "fleet", "--env", "dev")).isZero();
    assertThat(tree("svg", layers, "--picture", "layers", "--env", "dev")).isZero();

    assertThat(words(fleet)).contains("my-cluster", "type-a", "baseline", "4 of 5", "Legend");
    assertThat(words(fleet)).doesNotContain("my-cluster-deps");
    assertThat(words(layers)).contains("baseline / deps", "baseline / res");
    assertThat(tree("json", folder.resolve("no.json"), "--picture", "fleet")).isEqualTo(2);
  }

  @Test
  void aChangeOfTheBaselineReachesEveryClusterThatReadsIt() throws Exception {
    Path file = folder.resolve("impact.txt");
    assertThat(impact(file, BASELINE, "deps")).isZero();

    assertThat(Files.readString(file))
        .contains("reaches 4 of 5 roots, 4 clusters")
        .contains("* my-cluster//openshift-gitops/baseline-deps")
        .contains("* east//openshift-gitops/baseline-deps");
  }

  @Test
  void aFileNobodyReadsReachesNothing() throws Exception {
    Path file = folder.resolve("impact.txt");
    assertThat(impact(file, BASELINE, "nobody/reads/this.yaml")).isZero();

    assertThat(Files.readString(file)).contains("reaches nothing");
  }

  @Test
  void aRepositoryOutsideTheWorkspaceIsNamedWithTheNearest() throws Exception {
    Path file = folder.resolve("impact.txt");

    assertThat(impact(file, BASELINE.replace("baseline", "baselin"), "deps")).isEqualTo(2);
  }

  private static int tree(String format, Path file, String... more) {
    return run(List.of("tree", SAMPLE, "--format", format, "-o", file.toString()), List.of(more));
  }

  private static int impact(Path file, String repository, String path) {
    return run(
        List.of("impact", SAMPLE, "--repo", repository, "--path", path, "-o", file.toString()),
        List.of());
  }

  private static int run(List<String> arguments, List<String> more) {
    var all = new java.util.ArrayList<>(arguments);
    all.addAll(more);
    all.addAll(List.of("--clones", clones.toString()));
    return CommandLineFace.run(all.toArray(String[]::new));
  }

  private static List<String> words(Path svg) throws Exception {
    try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(svg))) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      NodeList texts = document.getElementsByTagName("text");
      return IntStream.range(0, texts.getLength())
          .mapToObj(i -> texts.item(i).getTextContent())
          .toList();
    }
  }

  /** The first number of a PNG's header. */
  private static int width(Path png) throws IOException {
    byte[] bytes = Files.readAllBytes(png);
    assertThat(new String(bytes, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    return java.nio.ByteBuffer.wrap(bytes).getInt(16);
  }
}
