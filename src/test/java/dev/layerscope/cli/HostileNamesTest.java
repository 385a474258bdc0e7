package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.layerscope.git.GitFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An estate whose names, paths, revisions and values are commands to a terminal, a browser, a
 * spreadsheet and the languages of drawings. Whatever is printed of it only shows.
 */
class HostileNamesTest {
  private static final String URL = "https://git.example.com/evil.git";

  /** As YAML writes them between double quotes. */
  private static final List<String> NAMES =
      List.of(
          "esc\\e]0;owned\\a\\e[31mred\\x9b2J",
          "exe\\u202egpj\\u2066.\\u2028line",
          "<img src=x onerror=alert(1)></title><script>alert(2)</script>",
          "=cmd|'/C calc'!A0",
          "+1+1,\\\"@x\\\"\\r\\n=2+2",
          "m\\\"]\\n  click n0 href \\\"https://evil.example\\\"\\n  n9[\\\"",
          "y\\\" ]; evil [label=\\\"z\\\\",
          "[a](https://evil.example) `x` | @team ![b](https://evil.example/p.png)",
          "\\n::error file=x::forged\\n::set-output name=a::b");

  private static final Pattern STEERING =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e"
              + "\\u2028\\u2029\\u2066-\\u2069]");

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void anEstateOfBadNames() throws IOException {
    GitFixture evil = GitFixture.onDisk(folder.resolve("evil.git"));
    children(evil, "1.0").commit("Begin").branch("qa");
    children(evil, "=2.0<b>\\e[2J\\u202e").commit("\u001b[31mRed <script>\u202e");
    Files.writeString(folder.resolve("root.yaml"), application("root", "apps", "HEAD"));
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: evil
        repositories: [{url: "%s", remote: evil.git}]
        roots: [{name: east, manifest: root.yaml}]
        environments: [{name: main, branch: main}, {name: qa, branch: qa}]
        """
            .formatted(URL));
  }

  private static GitFixture children(GitFixture evil, String value) {
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      evil.file("apps/" + i + ".yaml", application(name, "at/" + name, name))
          .file(
              "apps/" + i + "-cm.yaml",
              "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"%s\"}\ndata: {\"%s\": \"%s\"}\n"
                  .formatted(name, name, value + name));
    }
    return evil.file("apps/\u001b[31m\u202e<b>=\"].yaml", "kind: [\n");
  }

  private static String application(String name, String path, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: "%s", namespace: argocd}
    spec:
      project: "%s"
      source: {repoURL: "%s", path: "%s", targetRevision: "%s"}
      destination: {server: "https://kubernetes.default.svc", namespace: "%s"}
    """
        .formatted(name, name.equals("root") ? "default" : name, URL, path, revision, name);
  }

  private byte[] printed(String command, String format, String... more) throws IOException {
    Path file = folder.resolve("printed");
    Files.deleteIfExists(file);
    var arguments = new ArrayList<>(List.of(command, folder.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--clones", folder.resolve("clones").toString()));
    arguments.addAll(List.of("--format", format, "-o", file.toString()));
    int status = CommandLineFace.run(arguments.toArray(String[]::new));
    assertThat(status).as(command).isNotIn(ExitStatus.USAGE, ExitStatus.OURS);
    return Files.readAllBytes(file);
  }

  private String said(String command, String format, String... more) throws IOException {
    String text = new String(printed(command, format, more), StandardCharsets.UTF_8);
    assertThat(text).contains("red");
    assertThat(text.lines().filter(line -> STEERING.matcher(line).find()))
        .as("lines that steer in %s as %s", command, format)
        .isEmpty();
    return text;
  }

  private String diff(String format) throws IOException {
    return said("diff", format, "--from", "main", "--to", "qa");
  }

  @ParameterizedTest
  @CsvSource({"tree", "matrix", "check", "impact"})
  void nothingSteersATerminal(String command) throws IOException {
    String[] more =
        command.equals("impact") ? new String[] {"--repo", URL, "--path", "apps"} : new String[] {};
    assertThat(said(command, "text", more).lines())
        .noneMatch(line -> line.startsWith("::error") || line.startsWith("  click"));
  }

  @Test
  void nothingInAComparisonSteersATerminal() throws IOException {
    assertThat(diff("text").lines()).noneMatch(line -> line.startsWith("::error"));
  }

  @ParameterizedTest
  @CsvSource({"tree,json", "matrix,json", "check,json", "check,sarif"})
  void jsonIsJsonAndKeepsEveryName(String command, String format) throws IOException {
    String text = said(command, format);
    assertThat(new ObjectMapper().readTree(text).toString()).contains("onerror", "\u202e");
  }

  @Test
  void aComparisonAsJsonIsJson() throws IOException {
    assertThat(new ObjectMapper().readTree(diff("json")).toString()).contains("\u202e");
  }

  @ParameterizedTest
  @CsvSource({"tree", "matrix"})
  void noCellIsAFormula(String command) throws IOException {
    Matchers.cells(said(command, "csv"))
        .forEach(cell ->
            assertThat(cell.matches("-?\\d+") || !cell.matches("(?s)[=+\\-@\\t\\r].*"))
                .as(cell)
                .isTrue());
  }

  @ParameterizedTest
  @CsvSource({"matrix,html", "matrix,markdown"})
  void noMarkupAndNoLinkIsLeftInAMatrix(String command, String format) throws IOException {
    assertInert(said(command, format), format);
  }

  @ParameterizedTest
  @CsvSource({"html", "markdown"})
  void noMarkupAndNoLinkIsLeftInAComparison(String format) throws IOException {
    assertInert(diff(format), format);
  }

  private static void assertInert(String text, String format) {
    // What stands between backquotes is shown as it is.
    String prose = format.equals("markdown") ? text.replaceAll("`[^`\n]*`", "") : text;
    assertThat(prose).doesNotContain("<img", "<script", "</title><");
    if (format.equals("markdown")) {
      assertThat(prose).doesNotContainPattern("(?<!\\\\)\\]\\(").doesNotContain(" @team");
    }
  }

  @Test
  void aWorkflowCommandIsNotForged() throws IOException {
    assertThat(said("check", "github").lines())
        .allMatch(line -> line.matches("::(error|warning|notice) .*"))
        .noneMatch(line -> line.startsWith("::error file=x::"));
  }

  @Test
  void mermaidHoldsBoxesAndArrowsOnly() throws IOException {
    assertThat(said("tree", "mermaid").lines())
        .allMatch(line ->
            line.matches(
                "flowchart LR|  %% .*|  n\\d+\\[\"[^\"]*\"\\]|  n\\d+ -.?->? n\\d+|"
                    + "  n\\d+ (-->|-\\.->) n\\d+"))
        .noneMatch(line -> line.contains("<img") || line.contains("<script"));
  }

  @Test
  void dotHoldsBoxesAndArrowsOnly() throws IOException {
    String quoted = "\"(?:[^\"\\\\]|\\\\.)*\"";
    assertThat(said("tree", "dot").lines())
        .allMatch(line ->
            line.matches(
                "digraph layerscope \\{|\\}|  //.*|  rankdir=LR;|  node \\[.*\\];|  "
                    + quoted
                    + " \\[label="
                    + quoted
                    + "(, style=dashed)?\\];|  "
                    + quoted
                    + " -> "
                    + quoted
                    + "( \\[style=dotted\\])?;"));
  }

  @Test
  void svgIsWellFormedAndDrawsOnly() throws Exception {
    String svg = said("tree", "svg");
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    var all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      assertThat(all.item(i).getNodeName())
          .isIn("svg", "title", "rect", "circle", "polygon", "polyline", "text");
    }
  }

  @Test
  void pdfLeadsNowhereAndRunsNothing() throws IOException {
    String pdf = new String(printed("tree", "pdf"), StandardCharsets.ISO_8859_1);
    assertThat(pdf).startsWith("%PDF").doesNotContain("/URI", "/JavaScript", "/Launch", "/JS");
  }

  /** A reader of comma-separated values (RFC 4180). */
  private static final class Matchers {
    private static List<String> cells(String csv) {
      var cells = new ArrayList<String>();
      var m = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\r\n]*)").matcher(csv);
      while (m.find()) {
        cells.add(m.group(1) == null ? m.group(2) : m.group(1).replace("\"\"", "\""));
      }
      return cells;
    }
  }
}
