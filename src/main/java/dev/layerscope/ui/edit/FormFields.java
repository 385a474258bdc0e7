package dev.layerscope.ui.edit;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The fields of a form as controls, kept in step with what the edit knows. */
final class FormFields {
  /** What stands in one row. */
  private static final List<String> AMOUNTS = List.of("cpu", "memory", "volumes");

  private final EditViewModel model;
  private final Runnable changed;
  private final Map<String, Region> controls = new LinkedHashMap<>();
  private final Map<String, Label> hints = new LinkedHashMap<>();
  private String touched = "";

  /**
   * @param changed what is done after somebody typed or chose
   */
  FormFields(EditViewModel model, Runnable changed) {
    this.model = model;
    this.changed = changed;
  }

  /** The controls of a form, each below its label. */
  List<Node> of(EditKind kind) {
    controls.clear();
    hints.clear();
    touched = "";
    var nodes = new ArrayList<Node>();
    var amounts = Pieces.row(8);
    for (EditKind.Field field : kind.fields()) {
      Region control = made(field);
      if (AMOUNTS.contains(field.key())) {
        if (amounts.getChildren().isEmpty()) {
          nodes.add(label("quota", false, control));
          nodes.add(amounts);
        }
        amounts.getChildren().add(control);
        HBox.setHgrow(control, Priority.ALWAYS);
      } else {
        if (field.choice() != EditKind.Choice.FLAG) {
          nodes.add(label(field.key(), field.required(), control));
        }
        nodes.add(control);
      }
      nodes.add(hint(field.key()));
    }
    return nodes;
  }

  private Region made(EditKind.Field field) {
    Region control = control(field);
    String name = Messages.text("field." + field.key());
    control.setId(field.key());
    control.setAccessibleText(name);
    control.setMaxWidth(Double.MAX_VALUE);
    if (control instanceof TextField text && AMOUNTS.contains(field.key())) {
      text.setPromptText(name);
      text.setPrefColumnCount(4);
    }
    controls.put(field.key(), control);
    return control;
  }

  private static Label label(String key, boolean required, Node control) {
    String name = Messages.text("field." + key);
    Label label = Pieces.label(required ? name : Messages.text("field.optional", name), "field");
    label.setLabelFor(control);
    return label;
  }

  /** A line below a field, which takes no room while there is nothing to say. */
  private Label hint(String key) {
    Label hint = Pieces.label("", "hint");
    hint.setId(key + "-hint");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.setVisible(false);
    hint.managedProperty().bind(hint.visibleProperty());
    hints.put(key, hint);
    return hint;
  }

  /** The field to begin with: the first that wants something and has nothing, else the first. */
  Optional<Node> first(EditKind kind) {
    Set<String> wanting =
        kind.fields().stream()
            .filter(field -> field.required() && model.get(field.key()).isEmpty())
            .map(EditKind.Field::key)
            .collect(Collectors.toSet());
    return controls.entrySet().stream()
        .filter(control -> wanting.contains(control.getKey()))
        .findFirst()
        .or(() -> controls.entrySet().stream().findFirst())
        .map(Map.Entry::getValue);
  }

  /**
   * Says what there is to say below the fields.
   *
   * @param refusal why there is no plan, which is told at the field that was changed last; empty
   *     when there is one
   */
  void say(Map<String, FieldHint> said, String refusal) {
    boolean told = said.values().stream().anyMatch(h -> h.level() == FieldHint.Level.ERROR);
    hints.forEach((key, label) -> {
      boolean here = !refusal.isEmpty() && !told && key.equals(touched);
      Optional<FieldHint> hint =
          here
              ? Optional.of(FieldHint.error(refusal.lines().findFirst().orElse("")))
              : Optional.ofNullable(said.get(key));
      label.setVisible(hint.isPresent());
      hint.ifPresent(h -> {
        label.setText(h.text());
        label.getStyleClass().setAll("label", "hint", h.level().style());
        label.setGraphic(icon(h.level()));
      });
    });
  }

  private static Node icon(FieldHint.Level level) {
    var icon =
        Pieces.icon(
            switch (level) {
              case OK -> "fth-check";
              case WARNING -> "fth-alert-triangle";
              case ERROR -> "fth-alert-circle";
            },
            11);
    icon.getStyleClass().add(level.style());
    return icon;
  }

  private Region control(EditKind.Field field) {
    return switch (field.choice()) {
      case TEXT -> text(field.key());
      case FLAG -> flag(field.key());
      case ENVIRONMENTS -> new EnvironmentChoice(value -> set(field.key(), value));
      case HOST, OTHER_HOST, GROUND, ENVIRONMENT, NEXT_ENVIRONMENT -> choice(field.key(), false);
      case REPOSITORY, APPLICATION, ANY_APPLICATION, IMAGE -> choice(field.key(), true);
    };
  }

  private TextField text(String key) {
    var text = new TextField(model.get(key));
    text.textProperty().addListener((ignored, before, now) -> set(key, now));
    return text;
  }

  private CheckBox flag(String key) {
    var box = new CheckBox(Messages.text("field." + key));
    box.setSelected(model.get(key).equals("true"));
    box.selectedProperty().addListener((ignored, before, now) -> set(key, String.valueOf(now)));
    return box;
  }

  private ComboBox<String> choice(String key, boolean free) {
    var box = new ComboBox<String>();
    box.setEditable(free);
    if (free) {
      box.getEditor().setText(model.get(key));
      box.getEditor().textProperty().addListener((ignored, before, now) -> set(key, now));
    } else {
      box.valueProperty().addListener((ignored, before, now) -> set(key, now == null ? "" : now));
    }
    return box;
  }

  private void set(String key, String value) {
    if (!model.get(key).equals(value)) {
      model.set(key, value);
      touched = key;
      follow();
      changed.run();
    }
  }

  /** What was filled in by itself is shown, too. */
  private void follow() {
    if (controls.get("repository") instanceof ComboBox<?> box
        && !box.getEditor().getText().equals(model.get("repository"))) {
      box.getEditor().setText(model.get("repository"));
    }
  }

  /** Fills in what can be chosen now. */
  void offer(EditKind kind, WorkspaceViewModel workspace) {
    for (EditKind.Field field : kind.fields()) {
      Region control = controls.get(field.key());
      if (control instanceof ComboBox<?> raw) {
        offer(field, raw, FieldChoices.of(field.choice(), workspace, model));
      } else if (control instanceof EnvironmentChoice environments) {
        environments.offer(
            FieldChoices.of(field.choice(), workspace, model), model.get(field.key()));
      }
    }
  }

  private void offer(EditKind.Field field, ComboBox<?> raw, List<String> choices) {
    @SuppressWarnings("unchecked")
    var box = (ComboBox<String>) raw;
    String kept = model.get(field.key());
    if (!box.getItems().equals(choices)) {
      box.getItems().setAll(choices);
    }
    boolean first =
        kept.isEmpty()
            && field.required()
            && field.choice() != EditKind.Choice.OTHER_HOST
            && !box.isEditable();
    int at = field.choice() == EditKind.Choice.NEXT_ENVIRONMENT ? 1 : 0;
    String value = first && choices.size() > at ? choices.get(at) : kept;
    if (box.isEditable()) {
      box.getEditor().setText(value);
    } else if (!value.isEmpty()) {
      box.setValue(value);
    }
  }
}
