package dev.layerscope.ui.workspace;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.discovery.Lookalikes;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceForm.Field;
import dev.layerscope.workspace.WorkspaceForm.Kind;
import dev.layerscope.workspace.WorkspaceForm.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The forms of one section of the workspace file: a card for each entry, and one for another. */
final class SectionForms {
  private final WorkspaceViewModel workspace;
  private final SettingsViewModel model;
  private final Section section;

  SectionForms(WorkspaceViewModel workspace, SettingsViewModel model, Section section) {
    this.workspace = workspace;
    this.model = model;
    this.section = section;
  }

  /** The cards as the file is now. */
  List<Node> of(WorkspaceEdit edit) {
    var shown = new ArrayList<Node>();
    if (section.key().equals("repositories")) {
      lookalikes().ifPresent(shown::add);
    }
    int count = edit.entries(section);
    for (int entry = 0; entry < count; entry++) {
      shown.add(entry(edit, entry, count));
    }
    if (section.list()) {
      shown.add(adding());
    }
    return shown;
  }

  private Optional<Node> lookalikes() {
    List<RepoUrl> urls =
        workspace.opened().get().map(o -> o.workspace().repositories()).orElse(List.of()).stream()
            .map(repository -> repository.url())
            .toList();
    var box = new VBox();
    box.getStyleClass().add("found-list");
    Lookalikes.among(urls)
        .forEach(pair ->
            box.getChildren().add(new LookalikeRow(pair, () -> model.merge(section, pair))));
    return box.getChildren().isEmpty() ? Optional.empty() : Optional.of(box);
  }

  private Node entry(WorkspaceEdit edit, int entry, int count) {
    var form = new EntryForm(model, edit, section, entry);
    if (!section.list()) {
      return form;
    }
    String name = edit.value(section, entry, section.title()).orElse("");
    Button up =
        Pieces.iconButton(
            "fth-arrow-up",
            Messages.text("settings.up", name),
            () -> model.swap(section, entry - 1));
    up.setDisable(entry == 0);
    Button down =
        Pieces.iconButton(
            "fth-arrow-down",
            Messages.text("settings.down", name),
            () -> model.swap(section, entry));
    down.setDisable(entry == count - 1);
    Button remove =
        Pieces.iconButton(
            "fth-trash-2",
            Messages.text("settings.remove", name),
            () -> model.remove(section, entry));
    HBox head = Pieces.row(4, Pieces.label(name, "strong"), Pieces.spring(), up, down, remove);
    var card = new VBox(8, head, form);
    card.getStyleClass().add("settings-card");
    return card;
  }

  /** A new entry needs what every entry of its kind has: the texts that name it. */
  private Node adding() {
    List<Field> needed = needed();
    Map<Field, TextField> typed = new LinkedHashMap<>();
    var row = new HBox(8);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    for (Field field : needed) {
      var box = new TextField();
      box.setPromptText(field.key());
      box.setAccessibleText(Messages.text("settings.new", field.key()));
      box.setId("new-" + section.key() + "-" + field.key());
      HBox.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
      typed.put(field, box);
      row.getChildren().add(box);
    }
    var add = new Button(Messages.text("settings.add"));
    add.setId("add-" + section.key());
    add.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    add.setOnAction(ignored -> {
      Map<Field, String> values = new LinkedHashMap<>();
      typed.forEach((field, box) -> values.put(field, box.getText()));
      model.add(section, values);
    });
    row.getChildren().add(add);
    var card = new VBox(8, Pieces.label(Messages.text("settings.another"), "strong"), row);
    card.getStyleClass().add("settings-card");
    return card;
  }

  private List<Field> needed() {
    List<String> keys =
        switch (section.key()) {
          case "roots" -> List.of("name", "manifest", "repoURL", "path", "revision");
          case "clusters" -> List.of("name", "server");
          case "environments" -> List.of("name", "branch");
          case "waivers" -> List.of("code", "where", "reason", "until");
          default -> List.of();
        };
    return keys.isEmpty()
        ? section.fields().stream().filter(f -> f.kind() == Kind.TEXT).limit(4).toList()
        : section.fields().stream().filter(field -> keys.contains(field.key())).toList();
  }
}
