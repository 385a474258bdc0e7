package dev.layerscope.ui.compare.rule;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/** The ways to say that a field is meant to differ: anywhere, or here only. */
public final class RuleItems {
  private RuleItems() {}

  /**
   * The ways to say so.
   *
   * @param ignore told what is never to be shown again
   * @param acknowledge told what somebody wants to answer for
   */
  public static List<MenuItem> of(
      DifferingField field, Consumer<ExpectedEntry> ignore, Consumer<DifferingField> acknowledge) {
    var items = new ArrayList<MenuItem>();
    String path = ExpectedWords.pattern(field.path());
    String kind = field.key().kind();
    var everywhere = ExpectedEntry.field(path);
    items.add(item(Messages.text("compare.ignoreanywhere", path), () -> ignore.accept(everywhere)));
    items.add(
        item(
            Messages.text("compare.ignorekind", path, kind),
            () -> ignore.accept(everywhere.withKind(kind))));
    items.add(
        item(
            Messages.text("compare.ignoreobject", field.path(), kind, field.key().name()),
            () ->
                ignore.accept(
                    ExpectedEntry.field(field.path())
                        .withKind(kind)
                        .withObject(field.key().name()))));
    items.add(
        item(
            Messages.text("compare.ignoreapplication", path, field.application()),
            () -> ignore.accept(everywhere.withApplication(field.application()))));
    items.add(item(Messages.text("compare.acknowledge"), () -> acknowledge.accept(field)));
    return items;
  }

  public static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(ignored -> action.run());
    return item;
  }
}
