package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizationEdit;
import dev.layerscope.render.kustomize.KustomizePrint;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code ./mvnw -o -q test -Dtest=KustomizeCasesTest} prints the figures; {@code -Dfidelity=update}
 * writes {@code docs/fidelity.md} anew.
 */
class KustomizeCasesTest {
  /** What was reached; raise it, never lower it. */
  private static final int EQUAL = 218;

  private final KustomizeRenderer renderer =
      new KustomizeRenderer(new NoRepositories(), new ParsedFiles());

  @Test
  void noBuildIsSilentlyWrong() throws IOException {
    var equal = new ArrayList<String>();
    var otherBytes = new ArrayList<String>();
    var marked = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    Map<String, Fidelity.Row> rows = Fidelity.rows();
    List<Case> cases = Case.startingWith("kust-");
    for (Case one : cases) {
      Built built = build(one);
      String difference = difference(one, built);
      if (difference.isEmpty()) {
        equal.add(one.id());
        if (!built.failed() && !bytes(one).equals(KustomizePrint.print(built.manifests()))) {
          otherBytes.add(one.id());
        }
      }
      boolean same = difference.isEmpty();
      Fidelity.fields(one.kustomizations()).stream()
          .filter(rows::containsKey)
          .forEach(field -> rows.get(field).count(same, same && !otherBytes.contains(one.id())));
      if (same) {
        continue;
      }
      if (!built.certainty().exact()) {
        marked.add(one.id() + " " + built.certainty().why());
      } else {
        wrong.add(one.id() + ": " + difference);
      }
    }
    System.out.printf(
        "kustomize: %d cases, %d equal in meaning, %d of them in order and bytes; %d marked, %d"
            + " silently wrong%n",
        cases.size(), equal.size(), equal.size() - otherBytes.size(), marked.size(), wrong.size());
    otherBytes.forEach(text -> System.out.println("  other bytes " + text));
    marked.forEach(text -> System.out.println("  marked " + text));
    wrong.forEach(text -> System.out.println("  WRONG " + text));
    String page = Fidelity.page(rows, cases.size(), equal.size(), equal.size() - otherBytes.size());
    if (System.getProperty("fidelity", "").equals("update")) {
      Files.writeString(Fidelity.PAGE, page);
    }
    assertThat(Fidelity.PAGE).as("-Dfidelity=update writes it anew").hasContent(page);
    assertThat(wrong).as("builds that differ and do not say so").isEmpty();
    assertThat(equal.size()).as("equal builds").isGreaterThanOrEqualTo(EQUAL);
  }

  private static String bytes(Case one) {
    return one.text("expected.yaml");
  }

  private Built build(Case one) {
    String written = one.json().textAt("input", "root").orElse(".");
    Snapshot snapshot = KustomizeFixture.of(one).snapshot();
    var root = TreePath.clean(KustomizeFixture.root(one, written)).orElseThrow();
    var options = new BuildOptions(false, false, false, Certainty.EXACT);
    return renderer.build(
        snapshot, snapshot.find(root).orElseThrow(), options, KustomizationEdit.NONE);
  }

  private static String difference(Case one, Built built) {
    if (one.json().at("expect", "error").isPresent()) {
      String part = one.json().textAt("expect", "messageContains").orElse("");
      if (!built.failed()) {
        return "an error was expected: " + part;
      }
      String message = built.findings().getFirst().message();
      return message.contains(part) ? "" : "another message: " + message + " instead of " + part;
    }
    if (built.failed()) {
      return built.findings().getFirst().message();
    }
    List<String> expected =
        YamlReader.read(one.text("expected.yaml"), Reading.ARGO).stream()
            .filter(Document.Content.class::isInstance)
            .map(d -> JsonText.of(((Document.Content) d).root()))
            .toList();
    List<String> actual = built.manifests().stream().map(m -> JsonText.of(m.root())).toList();
    if (expected.equals(actual)) {
      return "";
    }
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(nothing)";
      String got = i < actual.size() ? actual.get(i) : "(nothing)";
      if (!wanted.equals(got)) {
        return "object " + i + "\n    expected " + wanted + "\n    actual   " + got;
      }
    }
    return "";
  }
}
