package dev.layerscope.ui.common;

import dev.layerscope.export.Inert;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small controls the pages are made of, each with its style and its accessible name. */
public final class Pieces {
  private Pieces() {}

  public static Label label(String text, String... styles) {
    var label = new Label(Inert.text(text)); // names come from repositories
    label.getStyleClass().addAll(styles);
    return label;
  }

  public static FontIcon icon(String literal, int size, String... styles) {
    var icon = new FontIcon(literal);
    icon.setIconSize(size);
    icon.getStyleClass().addAll(styles);
    // The icon keeps its font in its own style: ours is added, not put in its place.
    icon.setStyle(icon.getStyle() + ";-fx-icon-size: " + size + "px;");
    return icon;
  }

  /** A link that copies a text, and says so. */
  public static Hyperlink copyLink(String shown, String copied, String... styles) {
    var link = new Hyperlink(shown);
    link.getStyleClass().addAll(styles);
    link.setMinWidth(0);
    link.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    link.setOnAction(ignored -> CodeList.copy(copied));
    link.setAccessibleText(Messages.text("copy.named", copied));
    link.setTooltip(new Tooltip(Messages.text("copy.named", copied)));
    return link;
  }

  public static Button iconButton(String literal, String name, Runnable action) {
    var button = new Button("", icon(literal, 16));
    button.getStyleClass().add("quiet");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(ignored -> action.run());
    return button;
  }

  /** Takes what room is left. */
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  public static HBox row(double spacing, Node... nodes) {
    var row = new HBox(spacing, nodes);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  /**
   * Where a person begins to type in a dialog. The dialog gives the focus to its first control once
   * it is shown, so it is asked for after that.
   */
  public static void begin(Dialog<?> dialog, Node first) {
    dialog.setOnShown(ignored -> Platform.runLater(first::requestFocus));
  }
}
