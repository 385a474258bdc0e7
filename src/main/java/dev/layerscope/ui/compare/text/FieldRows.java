package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.compare.rule.DifferingField;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An object's fields that differ: one heading per field, with both values beside each other. */
final class FieldRows {
  /** As many characters of a heading fit beside a tree, in a window of a usual size. */
  private static final int LONGEST_NOTE = 110;

  private final ComparedObject object;
  private final IdentityHashMap<DiffRow, DifferingField> told;

  private FieldRows(ComparedObject object, IdentityHashMap<DiffRow, DifferingField> told) {
    this.object = object;
    this.told = told;
  }

  /**
   * The rows.
   *
   * @param told gets the field that each row is about
   */
  static List<DiffRow> of(ComparedObject object, IdentityHashMap<DiffRow, DifferingField> told) {
    return new FieldRows(object, told).rows();
  }

  private List<DiffRow> rows() {
    var rows = new ArrayList<DiffRow>(note(object));
    object.risks().stream()
        .filter(risk -> risk.path().isEmpty())
        .forEach(risk -> rows.add(head(risk)));
    object.fields().forEach(field -> rows.addAll(field(field)));
    object.hidden().stream()
        .collect(
            Collectors.groupingBy(ExpectedChange::rule, LinkedHashMap::new, Collectors.toList()))
        .forEach((rule, changes) -> rows.add(hidden(rule, changes)));
    return rows;
  }

  /** What is to be said before anything else, in rows that can be read to their end. */
  static List<DiffRow> note(ComparedObject object) {
    var rows = new ArrayList<DiffRow>();
    var line = new StringBuilder();
    for (String word : object.note().split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() > LONGEST_NOTE) {
        rows.add(DiffRow.Head.sentence(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      rows.add(DiffRow.Head.sentence(line.toString()));
    }
    return rows;
  }

  /** A danger of the whole object, as a heading. */
  static DiffRow head(Risk risk) {
    return DiffRow.Head.sentence("⚑ " + risk.words());
  }

  /** Of fields that are meant to differ alone, shown. */
  static List<DiffRow> meant(ComparedObject object, IdentityHashMap<DiffRow, DifferingField> told) {
    var rows = new FieldRows(object, told);
    return object.hidden().stream().flatMap(change -> rows.field(change.field()).stream()).toList();
  }

  private DiffRow hidden(String rule, List<ExpectedChange> changes) {
    return new DiffRow.Hidden(
        rule,
        changes.size(),
        1,
        changes.stream().flatMap(change -> field(change.field()).stream()).toList());
  }

  /** The path of a field, and both its values beside each other. */
  private List<DiffRow> field(FieldChange field) {
    var rows = new ArrayList<DiffRow>();
    rows.add(DiffRow.Head.field(field.path(), field.note().orElse(""), object.risk(field)));
    rows.addAll(values(field));
    var about =
        new DifferingField(object.application(), object.ticked(), object.key(), field.path());
    rows.forEach(row -> told.put(row, about));
    return rows;
  }

  /** Values of one line stand beside each other; longer ones are aligned line by line. */
  private static List<DiffRow> values(FieldChange field) {
    if (hasLines(field.from()) || hasLines(field.to())) {
      return DiffRow.of(
          field.from().map(FieldRows::lines).orElse(""),
          field.to().map(FieldRows::lines).orElse(""));
    }
    AlignedLine.Kind kind =
        field.from().isEmpty()
            ? AlignedLine.Kind.ADDED
            : field.to().isEmpty() ? AlignedLine.Kind.REMOVED : AlignedLine.Kind.CHANGED;
    return List.of(
        new DiffRow.Pair(
            new AlignedLine(
                kind,
                field.from().map(text -> new AlignedLine.Numbered(0, text)),
                field.to().map(text -> new AlignedLine.Numbered(0, text)))));
  }

  private static boolean hasLines(Optional<String> json) {
    return json.filter(value -> isTree(value) || value.contains("\\n")).isPresent();
  }

  private static boolean isTree(String json) {
    return json.startsWith("{") && !json.equals("{}") || json.startsWith("[") && !json.equals("[]");
  }

  /** A text of many lines as it is, a list or a mapping as YAML. */
  private static String lines(String json) {
    if (isTree(json)) {
      return YamlReader.read(json, Reading.ARGO).stream()
          .filter(Document.Content.class::isInstance)
          .map(document -> YamlPrinter.print(((Document.Content) document).root()))
          .findFirst()
          .orElse(json);
    }
    return JsonText.unquoted(json).orElse(json);
  }
}
