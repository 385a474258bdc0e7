package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.FieldLines;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.diff.text.AlignedLine;
import dev.layerscope.ui.common.DiffRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two texts of an object line by line. What a rule hides leaves a row that counts it, here as among
 * the fields; what is dangerous is said beside its line, or above all lines when it stands in none.
 */
final class LineRows implements DiffRow.Remarks {
  private final ComparedObject object;
  private final Map<FieldChange, ExpectedChange> expected = new HashMap<>();
  private final FieldLines hidden;
  private final FieldLines dangerous;
  private final Set<FieldChange> said = new HashSet<>();

  private LineRows(ComparedObject object, String from, String to) {
    this.object = object;
    object.hidden().forEach(change -> expected.put(change.field(), change));
    hidden =
        FieldLines.of(
            object.key(), from, to, object.hidden().stream().map(ExpectedChange::field).toList());
    dangerous =
        FieldLines.of(
            object.key(),
            from,
            to,
            object.fields().stream().filter(field -> !object.risk(field).isEmpty()).toList());
  }

  static List<DiffRow> of(ComparedObject object, String from, String to) {
    var remarks = new LineRows(object, from, to);
    List<DiffRow> lines = DiffRow.of(from, to, remarks);
    var rows = new ArrayList<DiffRow>(FieldRows.note(object));
    object.risks().stream().filter(remarks::unsaid).map(FieldRows::head).forEach(rows::add);
    rows.addAll(lines);
    return rows;
  }

  private boolean unsaid(Risk risk) {
    return risk.path().isEmpty()
        || said.stream().noneMatch(field -> risk.path().get().equals(field.path()));
  }

  @Override
  public Optional<DiffRow.Meant> meant(AlignedLine line) {
    return hidden
        .only(line)
        .flatMap(field -> Optional.ofNullable(expected.get(field)))
        .map(change -> new DiffRow.Meant(change.rule(), change.field().path()));
  }

  /** Of a value of many lines the first one says it. */
  @Override
  public String risk(AlignedLine line) {
    return dangerous.on(line).filter(said::add).map(object::risk).orElse("");
  }
}
