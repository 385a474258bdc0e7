package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Kind;
import dev.layerscope.workspace.WorkspaceForm.Section;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of one mapping of the file; what is typed is written when the field is left. */
final class EntryForm extends VBox {
  private static final int MOST_LINES = 8;

  private final SettingsViewModel model;
  private final Section section;
  private final int entry;

  EntryForm(SettingsViewModel model, WorkspaceEdit edit, Section section, int entry) {
    super(8);
    this.model = model;
    this.section = section;
    this.entry = entry;
    var grid = new GridPane(12, 6);
    var names = new ColumnConstraints();
    names.setMinWidth(150);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    int row = 0;
    for (Field field : section.fields()) {
      String shown = edit.value(section, entry, field).orElse("");
      Label name = Pieces.label(field.key(), "small", "muted");
      GridPane.setValignment(name, VPos.TOP);
      name.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
      Control control = control(field, shown);
      name.setLabelFor(control);
      grid.addRow(row++, name, control);
    }
    getChildren().add(grid);
  }

  private Control control(Field field, String shown) {
    String said = accessible(field);
    if (field.kind() == Kind.FLAG) {
      var box = new CheckBox();
      box.setSelected(shown.equals("true"));
      box.setAccessibleText(said);
      box.setOnAction(ignored -> model.set(section, entry, field, box.isSelected() ? "true" : ""));
      return box;
    }
    boolean one = field.kind() == Kind.TEXT || field.kind() == Kind.NUMBER;
    TextInputControl text = one ? new TextField(shown) : area(field, shown);
    text.setAccessibleText(said);
    text.setId(section.key() + "-" + entry + "-" + field.key());
    text.focusedProperty()
        .addListener((ignored, before, now) -> {
          if (!now) {
            write(field, shown, text);
          }
        });
    if (text instanceof TextField line) {
      line.setOnAction(ignored -> write(field, shown, text));
    }
    return text;
  }

  private static TextArea area(Field field, String shown) {
    var area = new TextArea(shown);
    area.setPrefRowCount(Math.clamp(shown.lines().count(), 1, MOST_LINES));
    area.getStyleClass().add("small-area");
    if (field.kind() == Kind.YAML) {
      area.getStyleClass().add("code");
    }
    area.setPromptText(
        switch (field.kind()) {
          case TEXTS -> Messages.text("settings.hint.texts");
          case PAIRS -> Messages.text("settings.hint.pairs");
          case YAML -> Messages.text("settings.hint.yaml");
          case TEXT, NUMBER, FLAG -> "";
        });
    return area;
  }

  private String accessible(Field field) {
    return SettingsViewModel.title(section) + " " + (entry + 1) + ", " + field.key();
  }

  private void write(Field field, String shown, TextInputControl text) {
    if (!text.getText().strip().equals(shown.strip())) {
      boolean written = model.set(section, entry, field, text.getText());
      text.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !written);
    }
  }
}
