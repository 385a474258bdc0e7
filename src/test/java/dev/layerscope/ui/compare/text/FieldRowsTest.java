package dev.layerscope.ui.compare.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.ui.common.DiffRow;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldRowsTest {
  private static List<DiffRow> rows(FieldChange field, List<Risk> risks, String note) {
    var object =
        new ComparedObject(
            "shop",
            "east//argocd/shop",
            new ResourceKey("", "ConfigMap", "shop", "c"),
            Optional.empty(),
            Optional.empty(),
            List.of(field),
            List.of(),
            risks,
            note);
    return FieldRows.of(object, new IdentityHashMap<>());
  }

  private static FieldChange field(String from, String to) {
    return new FieldChange("data.a", Optional.of(from), Optional.of(to));
  }

  private static List<String> differing(List<DiffRow> rows) {
    return rows.stream()
        .filter(DiffRow.Pair.class::isInstance)
        .map(row -> ((DiffRow.Pair) row).line())
        .filter(line -> line.kind() != AlignedLine.Kind.EQUAL)
        .map(line -> text(line.from()) + " > " + text(line.to()))
        .toList();
  }

  private static String text(Optional<AlignedLine.Numbered> line) {
    return line.map(AlignedLine.Numbered::text).orElse("");
  }

  @Test
  void aTextOfManyLinesIsComparedLineByLine() {
    List<DiffRow> rows =
        rows(field("\"one\\ntwo \\\"2\\\"\\nthree\"", "\"one\\ntwo\\nthree\""), List.of(), "");
    assertThat(differing(rows)).containsExactly("two \"2\" > two");
  }

  @Test
  void aMappingIsShownAsYaml() {
    List<DiffRow> rows =
        rows(field("{\"a\":1,\"b\":[\"x\"]}", "{\"a\":2,\"b\":[\"x\"]}"), List.of(), "");
    assertThat(differing(rows)).containsExactly("a: 1 > a: 2");
  }

  @Test
  void aShortValueStandsBesideTheOther() {
    assertThat(differing(rows(field("1", "\"1\""), List.of(), ""))).containsExactly("1 > \"1\"");
  }

  @Test
  void theFieldSaysWhatIsDangerousAboutIt() {
    var risk = new Risk(Risk.Kind.IMMUTABLE_FIELD_CHANGED, Optional.of("data.a"), "at length");
    assertThat(((DiffRow.Head) rows(field("1", "2"), List.of(risk), "").getFirst()).risk())
        .isEqualTo("Immutable field: delete and create");
  }

  @Test
  void aLongReasonCanBeReadToItsEnd() {
    String reason = "no longer renders: " + "something went wrong far down ".repeat(20).strip();
    List<DiffRow> rows = rows(field("1", "2"), List.of(), reason);
    List<String> heads =
        rows.stream()
            .filter(DiffRow.Head.class::isInstance)
            .map(row -> ((DiffRow.Head) row).path())
            .filter(path -> !path.equals("data.a"))
            .toList();
    assertThat(heads).hasSizeGreaterThan(3).allMatch(line -> line.length() <= 111);
    assertThat(String.join(" ", heads)).isEqualTo(reason);
  }
}
