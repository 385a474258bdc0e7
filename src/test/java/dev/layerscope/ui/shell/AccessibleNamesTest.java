package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.hierarchy.HierarchyController;
import dev.layerscope.ui.workspace.EditWish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Walks over every page, form, menu and dialog: a screen reader has something to say about each
 * control.
 */
class AccessibleNamesTest extends Journey {
  private int looked;
  private Set<Node> labelled = Set.of();

  @Test
  void everyControlOfEveryPageFormMenuAndDialogHasAName() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().shell().graph().drawn() > 3);
    Set<String> nameless = new LinkedHashSet<>(pages());
    nameless.addAll(forms());
    interact(() -> window().shell().go(Page.HIERARCHY));
    nameless.addAll(pictures());
    nameless.addAll(menus());
    nameless.addAll(dialogs());
    interact(() -> window().shell().welcome());
    nameless.addAll(namelessOf("welcome"));
    assertThat(nameless).isEmpty();
    assertThat(looked).as("controls and menu items looked at").isGreaterThan(400);
  }

  private Set<String> pages() throws Exception {
    Set<String> nameless = new LinkedHashSet<>();
    for (Page page : Page.values()) {
      interact(() -> window().shell().go(page));
      nameless.addAll(namelessOf(page.name()));
    }
    return nameless;
  }

  private Set<String> forms() throws Exception {
    Set<String> nameless = new LinkedHashSet<>();
    for (EditWish.Kind kind : EditWish.Kind.values()) {
      interact(() -> window().workspace().edits().want(new EditWish.Form(kind, Map.of())));
      nameless.addAll(namelessOf("form " + kind));
    }
    return nameless;
  }

  private Set<String> pictures() throws Exception {
    Set<String> nameless = new LinkedHashSet<>();
    for (HierarchyController.Picture picture : HierarchyController.Picture.values()) {
      interact(() -> window().shell().pictures().show(picture));
      nameless.addAll(namelessOf(picture.name()));
    }
    interact(() -> window().shell().pictures().show(HierarchyController.Picture.TREE));
    interact(() -> window().shell().pictures().modes().blast());
    waitUntil(() -> window().hierarchy().blast().get().isPresent());
    nameless.addAll(namelessOf("blast radius"));
    interact(() -> window().shell().pictures().modes().blast());
    return nameless;
  }

  /** The menu bar, the menus of buttons, and the one of a card. */
  private List<String> menus() throws Exception {
    return seen(() -> {
      var nameless = new ArrayList<String>();
      for (MenuItem item : window().shell().pictures().menuItems()) {
        item(item, "card", nameless);
      }
      Parent root = window().stage().getScene().getRoot();
      for (Node bar : root.lookupAll(".menu-bar")) {
        ((MenuBar) bar).getMenus().forEach(menu -> item(menu, "menu bar", nameless));
      }
      for (Node node : root.lookupAll(".menu-button")) {
        if (node instanceof MenuButton button && button.isVisible()) {
          button.show();
          button.getItems().forEach(item -> item(item, "menu of " + button, nameless));
          button.hide();
        }
      }
      return nameless;
    });
  }

  private void item(MenuItem item, String where, List<String> nameless) {
    if (item instanceof SeparatorMenuItem) {
      return;
    }
    looked++;
    if (item instanceof CustomMenuItem custom) {
      walk(custom.getContent(), where, nameless);
    } else if (item.getText() == null || item.getText().isBlank()) {
      nameless.add(where + ": " + item);
    }
    if (item instanceof Menu menu) {
      if (menu.getOnShowing() != null) {
        menu.getOnShowing().handle(new Event(Menu.ON_SHOWING));
      }
      menu.getItems().forEach(below -> item(below, where + ", " + menu.getText(), nameless));
    }
  }

  /** What opens over the page; each is closed again. */
  private Set<String> dialogs() throws Exception {
    Set<String> nameless = new LinkedHashSet<>();
    interact(() -> window().shell().keys());
    nameless.addAll(namelessOf("keys"));
    push(KeyCode.ESCAPE);
    interact(() -> window().shell().palette());
    nameless.addAll(namelessOf("palette"));
    push(KeyCode.ESCAPE);
    Map<String, Runnable> dialogs =
        Map.of(
            "place", window().shell().pictures()::blastPlace,
            "unreached", window().shell().pictures()::unreached);
    for (Map.Entry<String, Runnable> dialog : dialogs.entrySet()) {
      Platform.runLater(dialog.getValue()); // it may wait for its own end
      waitUntil(() -> Window.getWindows().size() > 1);
      nameless.addAll(namelessOf(dialog.getKey()));
      interact(() ->
          List.copyOf(Window.getWindows()).stream()
              .filter(open -> !window().stage().equals(open))
              .forEach(Window::hide));
      waitUntil(() -> Window.getWindows().size() == 1);
    }
    return nameless;
  }

  private List<String> namelessOf(String where) throws Exception {
    waitUntil(() -> window().workspace().background().idle());
    WaitForAsyncUtils.waitForFxEvents(4);
    return seen(() -> {
      var nameless = new ArrayList<String>();
      for (Window open : List.copyOf(Window.getWindows())) {
        labelled = labelledIn(open.getScene().getRoot());
        walk(open.getScene().getRoot(), where, nameless);
      }
      return nameless;
    });
  }

  private void walk(Node node, String where, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean ours = isOurs(node);
    looked += ours ? 1 : 0;
    if (ours && !isNamed(node)) {
      nameless.add(where + ": " + node);
    }
    if (node instanceof Parent parent && !(node instanceof Cell)) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, nameless));
    }
  }

  /** What a person works with; not the parts a control is made of. */
  private static boolean isOurs(Node node) {
    boolean kind =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase
            || node instanceof ListView
            || node instanceof TreeView
            || node instanceof TreeTableView
            || node instanceof TableView
            || node instanceof ChoiceBox
            || node instanceof Slider
            || node.isFocusTraversable() && !(node instanceof Control);
    return kind && !isPart(node);
  }

  private static boolean isPart(Node node) {
    for (Parent up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ButtonBase
          || up instanceof ComboBoxBase
          || up instanceof TextInputControl) {
        return true;
      }
      if (up instanceof Control) {
        return node.getStyleClass().contains("tab-close-button")
            || node.getStyleClass().contains("control-buttons-tab");
      }
    }
    return false;
  }

  private boolean isNamed(Node node) {
    boolean said = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    boolean written =
        node instanceof Labeled labeled
            && labeled.getText() != null
            && !labeled.getText().isBlank();
    return said || written || labelled.contains(node);
  }

  /** Looked for once for a page: a search for each control is what this test would wait for. */
  private static Set<Node> labelledIn(Node root) {
    Set<Node> labelled = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node label : root.lookupAll(".label")) {
      if (label instanceof Label text && text.getLabelFor() != null) {
        labelled.add(text.getLabelFor());
      }
    }
    return labelled;
  }
}
