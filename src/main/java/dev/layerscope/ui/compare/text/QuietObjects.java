package dev.layerscope.ui.compare.text;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.operation.compare.Comparison.ComparedApplication;
import dev.layerscope.ui.common.DiffRow;
import dev.layerscope.ui.compare.rule.DifferingField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Objects one after the other that differ in nothing but what one rule hides. A hundred of them are
 * one row that counts them, and not two hundred between those a reviewer is looking for.
 */
final class QuietObjects {
  private final ComparedApplication application;
  private final IdentityHashMap<DiffRow, DifferingField> told;
  private final List<ResourceChange> run = new ArrayList<>();

  /**
   * @param told gets the field that each row is about
   */
  QuietObjects(ComparedApplication application, IdentityHashMap<DiffRow, DifferingField> told) {
    this.application = application;
    this.told = told;
  }

  /** Whether an object goes on with the run: the caller adds it then, or ends the run before it. */
  boolean continues(ResourceChange object) {
    return isQuiet(object) && (run.isEmpty() || rule(run.getFirst()).equals(rule(object)));
  }

  static boolean isQuiet(ResourceChange object) {
    return object.change() == Change.SAME
        && !object.formattingOnly()
        && object.risks().isEmpty()
        && object.hidden().stream().map(ExpectedChange::rule).distinct().count() == 1;
  }

  void add(ResourceChange object) {
    run.add(object);
  }

  /** The rows of the run, which is empty afterwards. */
  List<DiffRow> end() {
    var rows = new ArrayList<DiffRow>();
    if (run.size() == 1) {
      ResourceChange only = run.getFirst();
      rows.add(heading(only));
      rows.addAll(FieldRows.of(ComparedObject.of(application, only), told));
    } else if (!run.isEmpty()) {
      var opened = new ArrayList<DiffRow>();
      for (ResourceChange object : run) {
        opened.add(heading(object));
        opened.addAll(FieldRows.meant(ComparedObject.of(application, object), told));
      }
      int count = run.stream().mapToInt(object -> object.hidden().size()).sum();
      rows.add(new DiffRow.Hidden(rule(run.getFirst()), count, run.size(), opened));
    }
    run.clear();
    return rows;
  }

  private static DiffRow heading(ResourceChange object) {
    return new DiffRow.Head(object.key().text(), "", 0, 0);
  }

  private static String rule(ResourceChange object) {
    return object.hidden().getFirst().rule();
  }
}
