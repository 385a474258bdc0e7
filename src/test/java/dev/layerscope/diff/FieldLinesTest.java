package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.FieldLines;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.diff.text.TextComparison;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line is taken out of sight when all that differs in it is a field that is meant to. */
class FieldLinesTest {
  private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n";
  private static final ResourceKey KEY = new ResourceKey("", "ConfigMap", "", "c");

  /**
   * Expects the fields whose path has {@code meant} in it; says which differing lines are shown.
   */
  private static List<String> shown(String from, String to) {
    List<FieldChange> meant =
        ManifestComparison.compare(root(from), root(to)).stream()
            .filter(field -> field.path().contains("meant"))
            .toList();
    var lines = FieldLines.of(KEY, from, to, meant);
    return TextComparison.align(from, to).stream()
        .filter(line -> line.kind() != AlignedLine.Kind.EQUAL && lines.only(line).isEmpty())
        .map(FieldLinesTest::words)
        .toList();
  }

  private static Mapping root(String text) {
    return (Mapping) ((Document.Content) YamlReader.read(text, Reading.ARGO).getFirst()).root();
  }

  private static String words(AlignedLine line) {
    return line.from().map(l -> l.text().strip()).orElse("")
        + " > "
        + line.to().map(l -> l.text().strip()).orElse("");
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '@',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "data:~  meant: '1'~  b: x @ data:~  meant: '2'~  b: x @ ''",
        "data:~  meant: '1'~  b: x @ data:~  meant: '2'~  b: y @ b: x > b: y",
        "data: {meant: '1', b: x} @ data: {meant: '2', b: x} @ ''",
        "data: {meant: '1', b: x} @ data: {meant: '2', b: y} @"
            + " data: {meant: '1', b: x} > data: {meant: '2', b: y}",
        "data:~  b: x @ data:~  b: x~  meant: '2' @ ''",
        "data: {b: x} @ data: {b: x, meant: '2'} @ data: {b: x} > data: {b: x, meant: '2'}",
        "data:~  meant: '1' # old @ data:~  meant: '2' # new @"
            + " meant: '1' # old > meant: '2' # new",
        "data:~  b: x @ data:~  b: x~  meant: '2' # why @  > meant: '2' # why",
        "data:~  b: x @ data:~  meant:~    deep: '1'~    deeper: '2'~  b: x @ ''",
        "data:~  meant:~    deep: '1'~  # about b~  b: x @ data:~  b: x @  # about b > ",
        "data:~  b: x @ data:~  meant: |+~    one~    two~  b: x @ ''",
        "list:~- name: a~  meant: 1 @ list:~- name: a~  meant: 2 @ ''",
        "  finalizers:~  - a @   finalizers:~  - a~  - meant @ ''",
        "list:~- meant: 1~  name: a @ list:~- name: a @ - meant: 1 > - name: a;name: a > ",
      })
  void whatSharesALineWithOtherDifferencesStaysInSight(String from, String to, String shown) {
    String all =
        shown(HEAD + lines(from.stripTrailing()), HEAD + lines(bare(to))).stream()
            .collect(Collectors.joining(";"));
    assertThat(all.strip()).isEqualTo(shown == null ? "" : shown.strip());
  }

  /** The blank before is that of the table. */
  private static String bare(String text) {
    return text.substring(1).stripTrailing();
  }

  private static String lines(String text) {
    return text.replace('~', '\n') + "\n";
  }

  @Test
  void ofSeveralDocumentsOnlyTheObjectsOwnLinesAreMeant() {
    String other = HEAD.replace("name: c", "name: other") + "data:\n  meant: '%s'\n---\n";
    String own = HEAD + "data:\n  meant: '%s'\n";
    assertThat(
            shownOfTwo(
                other.formatted("1") + own.formatted("1"),
                other.formatted("2") + own.formatted("2")))
        .containsExactly("meant: '1' > meant: '2'");
  }

  @Test
  void whatStandsTwiceOrCannotBeReadHidesNothing() {
    String own = HEAD + "data:\n  meant: '%s'\n";
    String twice = own + "---\n" + own;
    assertThat(shownOfTwo(twice.formatted("1", "1"), twice.formatted("2", "2"))).hasSize(2);
    String broken = own + "---\na: [\n";
    assertThat(shownOfTwo(broken.formatted("1"), broken.formatted("2"))).hasSize(1);
  }

  /** The same where the texts hold more than the object. */
  private static List<String> shownOfTwo(String from, String to) {
    var change = new FieldChange("data.meant", Optional.of("\"1\""), Optional.of("\"2\""));
    var lines = FieldLines.of(KEY, from, to, List.of(change));
    return TextComparison.align(from, to).stream()
        .filter(line -> line.kind() != AlignedLine.Kind.EQUAL && lines.only(line).isEmpty())
        .map(FieldLinesTest::words)
        .toList();
  }
}
