package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever opens and closes, no style asks for a colour where none is defined. */
class ColoursJourneyTest extends Journey {
  private static final Logger STYLES = Logger.getLogger("javafx.css");

  private final List<String> said = new CopyOnWriteArrayList<>();

  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          said.add(line.getMessage());
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing was opened.
        }
      };

  @Test
  void menusWithSignsFindTheirColoursOpenClosedAndInAnotherTheme() throws Exception {
    STYLES.addHandler(listener);
    try {
      for (Theme.Choice theme : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
        openEveryMenu();
        interact(() -> window().theme().choice().set(theme));
        WaitForAsyncUtils.waitForFxEvents(10);
        waitUntil(() -> window().workspace().background().idle());
      }
      chooseASibling();
    } finally {
      STYLES.removeHandler(listener);
    }
    assertThat(said).isEmpty();
  }

  private void openEveryMenu() throws Exception {
    for (MenuButton button : buttons(".menu-button")) {
      interact(button::show);
      WaitForAsyncUtils.waitForFxEvents(4);
      interact(button::hide);
    }
  }

  /** The crumbs are made anew while the menu of one of them is still there. */
  private void chooseASibling() throws Exception {
    for (MenuButton crumb : buttons(".crumb-menu")) {
      interact(crumb::show);
      WaitForAsyncUtils.waitForFxEvents(4);
      interact(() -> crumb.getItems().getLast().fire());
      WaitForAsyncUtils.waitForFxEvents(10);
      interact(crumb::hide);
      WaitForAsyncUtils.waitForFxEvents(4);
    }
  }

  private List<MenuButton> buttons(String selector) throws Exception {
    return seen(() -> {
      var found = new ArrayList<MenuButton>();
      for (Node node : window().stage().getScene().getRoot().lookupAll(selector)) {
        if (node instanceof MenuButton button && button.isVisible()) {
          found.add(button);
        }
      }
      return found;
    });
  }
}
