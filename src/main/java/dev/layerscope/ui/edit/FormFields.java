package dev.layerscope.ui.edit;

import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.ui.workspace.WorkspaceViewModel;
import dev.layerscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** The fields of a form as controls, kept in step with what the edit knows. */
final class FormFields {
  private final EditViewModel model;
  private final Runnable changed;
  private final Map<String, Region> controls = new LinkedHashMap<>();
  private final Label hint = Pieces.label("", "hint");

  /**
   * @param changed what is done after somebody typed or chose
   */
  FormFields(EditViewModel model, Runnable changed) {
    this.model = model;
    this.changed = changed;
    hint.setId("hint");
    hint.setWrapText(true);
  }

  /** The controls of a form, each below its label. */
  List<Node> of(EditKind kind) {
    controls.clear();
    var nodes = new ArrayList<Node>();
    for (EditKind.Field field : kind.fields()) {
      Region control = control(field);
      String name = Messages.text("field." + field.key());
      control.setId(field.key());
      control.setAccessibleText(name);
      control.setMaxWidth(Double.MAX_VALUE);
      controls.put(field.key(), control);
      if (field.choice() != EditKind.Choice.FLAG) {
        String optional = field.required() ? name : Messages.text("field.optional", name);
        Label label = Pieces.label(optional, "field");
        label.setLabelFor(control);
        nodes.add(label);
      }
      nodes.add(control);
      if (field.key().equals("name")) {
        nodes.add(hint);
      }
    }
    return nodes;
  }

  /** The field that is typed into first. */
  Optional<Node> first() {
    return controls.values().stream()
        .filter(TextField.class::isInstance)
        .map(Node.class::cast)
        .findFirst()
        .or(() -> controls.values().stream().map(Node.class::cast).findFirst());
  }

  void hint(String complaint, boolean free) {
    hint.setText(complaint.isEmpty() ? free ? Messages.text("bind.free") : "" : complaint);
    hint.getStyleClass().setAll("label", "hint", complaint.isEmpty() ? "ok" : "error");
  }

  private Region control(EditKind.Field field) {
    return switch (field.choice()) {
      case TEXT -> text(field.key());
      case FLAG -> flag(field.key());
      case ENVIRONMENTS -> new EnvironmentChoice(value -> set(field.key(), value));
      case HOST, OTHER_HOST, ENVIRONMENT, NEXT_ENVIRONMENT -> choice(field.key(), false);
      case REPOSITORY, APPLICATION, ANY_APPLICATION -> choice(field.key(), true);
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
      changed.run();
    }
  }

  /** Fills in what can be chosen now. */
  void offer(EditKind kind, WorkspaceViewModel workspace) {
    for (EditKind.Field field : kind.fields()) {
      Region control = controls.get(field.key());
      if (control instanceof ComboBox<?> raw) {
        offer(field, raw, choices(field.choice(), workspace));
      } else if (control instanceof EnvironmentChoice environments) {
        environments.offer(choices(field.choice(), workspace), model.get(field.key()));
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

  private static List<String> choices(EditKind.Choice choice, WorkspaceViewModel workspace) {
    return switch (choice) {
      case TEXT, FLAG -> List.of();
      case HOST, OTHER_HOST -> List.copyOf(hosts(workspace));
      case ENVIRONMENT, NEXT_ENVIRONMENT, ENVIRONMENTS ->
          workspace
              .opened()
              .get()
              .map(o ->
                  o.workspace().environments().stream().map(Workspace.Environment::name).toList())
              .orElse(List.of());
      case REPOSITORY ->
          workspace
              .opened()
              .get()
              .map(o -> o.workspace().repositories().stream().map(r -> r.url().display()).toList())
              .orElse(List.of());
      case APPLICATION, ANY_APPLICATION -> applications(workspace);
    };
  }

  /** Roots and layers, by name; teams' repositories hold nothing of the platform's. */
  private static Set<String> hosts(WorkspaceViewModel workspace) {
    Set<String> hosts = new LinkedHashSet<>();
    workspace
        .shown()
        .get()
        .ifPresent(shown -> {
          shown.hierarchy().roots().forEach(root -> hosts.add(root.name()));
          shown.looks().all().stream()
              .filter(look -> look.number() != 3)
              .forEach(look -> hosts.add(look.label()));
        });
    return hosts;
  }

  private static List<String> applications(WorkspaceViewModel workspace) {
    Set<String> names = new TreeSet<>();
    workspace
        .shown()
        .get()
        .ifPresent(shown ->
            shown.hierarchy().nodes().stream()
                .filter(n -> n.kind() == NodeKind.APPLICATION)
                .forEach(n -> names.add(n.name())));
    return List.copyOf(names);
  }
}
