package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class CodeListTest extends ApplicationTest {
  private static final String LINES = String.join("\n", Collections.nCopies(200, "a: b"));

  private @Nullable VBox root;
  private @Nullable CodeList list;

  @Override
  public void start(Stage stage) {
    root = new VBox();
    list = new CodeList();
    stage.setScene(new Scene(root, 300, 200));
    stage.show();
  }

  private VBox root() {
    return Objects.requireNonNull(root);
  }

  private CodeList list() {
    return Objects.requireNonNull(list);
  }

  @Test
  void theMarkedLineIsInSightOfAListThatIsShownLater() throws Exception {
    interact(() -> list().show(LINES, 150));
    interact(() -> root().getChildren().add(list()));
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::markedIsInSight);
  }

  @Test
  void theMarkedLineIsInSightOfAListThatHasNoRoomYet() throws Exception {
    interact(() -> {
      list().setMinHeight(0);
      list().setMaxHeight(0);
      root().getChildren().add(list());
    });
    interact(() -> list().show(LINES, 150));
    WaitForAsyncUtils.waitForFxEvents();
    interact(() -> list().setMaxHeight(180));
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::markedIsInSight);
  }

  @Test
  void theMarkedLineStaysInSightOfAListThatHadRoomForAllAndGetsLess() throws Exception {
    interact(() -> {
      list().setMinHeight(5_000);
      root().getChildren().add(list());
      list().show(LINES, 150);
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::markedIsInSight);
    interact(() -> {
      list().setMinHeight(0);
      list().setMaxHeight(180);
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::markedIsInSight);
  }

  @Test
  void whereTheReaderHasScrolledToStays() throws Exception {
    interact(() -> {
      list().setMaxHeight(180);
      root().getChildren().add(list());
      list().show(LINES, 150);
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, this::markedIsInSight);
    interact(() -> {
      list().fireEvent(keyPressed());
      list().scrollTo(0);
      list().setMaxHeight(160);
    });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> list().getHeight() <= 160);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(markedIsInSight()).isFalse();
  }

  private static KeyEvent keyPressed() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.HOME, false, false, false, false);
  }

  private boolean markedIsInSight() {
    return WaitForAsyncUtils.waitForAsyncFx(
        30_000,
        () ->
            from(list()).lookup(".code-row.changed").queryAll().stream()
                .map(row -> list().sceneToLocal(row.localToScene(row.getBoundsInLocal())))
                .anyMatch(at -> at.getMinY() >= 0 && at.getMaxY() <= list().getHeight() + 1));
  }
}
