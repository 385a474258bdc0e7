package dev.layerscope.ui.compare.rule;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.ExpectedEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** The keys of an entry of {@code ignore}, to be changed. */
final class RuleForm {
  private static final String PATH = "path";
  private static final String REGEX = "regex";
  private static final List<String> KEYS =
      List.of("name", PATH, REGEX, "kind", "application", "object", "reason", "until");

  private final Map<String, TextField> fields = new LinkedHashMap<>();

  private RuleForm(ExpectedEntry entry) {
    Map<String, String> now = new LinkedHashMap<>(entry.narrowed());
    switch (entry.what()) {
      case ExpectedEntry.What.Field(String path) -> now.put(PATH, path);
      case ExpectedEntry.What.EqualWithout(String regex) -> now.put(REGEX, regex);
      case ExpectedEntry.What.OfProfile ignored -> {}
    }
    for (String key : KEYS) {
      var field = new TextField(now.getOrDefault(key, ""));
      field.setId("rule-" + key);
      field.setPrefColumnCount(32);
      fields.put(key, field);
    }
  }

  /**
   * Asks in a dialog.
   *
   * @return what it is to say from now on; empty when the dialog is left
   */
  static Optional<ExpectedEntry> ask(ExpectedEntry entry, Optional<Window> owner) {
    var form = new RuleForm(entry);
    var dialog = new Dialog<ButtonType>();
    owner.ifPresent(dialog::initOwner);
    dialog.setTitle(Messages.text("rules.title"));
    dialog.setHeaderText(Messages.text("rules.header"));
    var grid = new GridPane(8, 6);
    Label wrong = Pieces.label("", "error", "small");
    form.fields.forEach((key, field) -> {
      Label name = Pieces.label(Messages.text("rules.field." + key), "small");
      name.setLabelFor(field);
      field.setAccessibleText(name.getText());
      grid.addRow(grid.getRowCount(), name, field);
    });
    grid.add(wrong, 0, grid.getRowCount(), 2, 1);
    dialog.getDialogPane().setContent(grid);
    dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    var texts =
        form.fields.values().stream()
            .map(TextField::textProperty)
            .toArray(javafx.beans.Observable[]::new);
    var problem = Bindings.createStringBinding(() -> problem(form.texts()), texts);
    wrong.textProperty().bind(problem);
    dialog.getDialogPane().lookupButton(ButtonType.OK).disableProperty().bind(problem.isNotEmpty());
    return dialog.showAndWait().filter(ButtonType.OK::equals).map(ignored -> entry(form.texts()));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((key, field) -> {
      if (!field.getText().isBlank()) {
        texts.put(key, field.getText().strip());
      }
    });
    return texts;
  }

  /** Why nothing can be written as it is; empty when it can. */
  static String problem(Map<String, String> texts) {
    if (!texts.containsKey(PATH) && !texts.containsKey(REGEX)) {
      return Messages.text("rules.needswhat");
    }
    if (texts.containsKey("until") && !texts.containsKey("reason")) {
      return Messages.text("rules.needsreason");
    }
    return isDate(texts.getOrDefault("until", "")) ? "" : Messages.text("rules.nodate");
  }

  private static boolean isDate(String text) {
    try {
      return text.isEmpty() || LocalDate.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** What the texts say as an entry. */
  static ExpectedEntry entry(Map<String, String> texts) {
    Map<String, String> narrowed = new LinkedHashMap<>(texts);
    Optional<String> path = Optional.ofNullable(narrowed.remove(PATH));
    ExpectedEntry.What what =
        path.<ExpectedEntry.What>map(ExpectedEntry.What.Field::new)
            .orElseGet(() ->
                new ExpectedEntry.What.EqualWithout(
                    Optional.ofNullable(narrowed.remove(REGEX)).orElse("")));
    return new ExpectedEntry(what, narrowed);
  }
}
