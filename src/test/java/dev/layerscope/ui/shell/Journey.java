package dev.layerscope.ui.shell;

import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.workspace.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person in front of the window, with the sample open unless the journey says otherwise.
 * Everything that looks at the window does so on the window's own thread: a look-up from outside
 * meets lists that are just being rebuilt.
 */
abstract class Journey extends ApplicationTest {
  private static final int PATIENCE_IN_SECONDS = 120;

  @TempDir @Nullable Path folder;
  private App.@Nullable Built window;

  /** Where this journey's clones lie; only one that commits needs some of its own. */
  Path clones() {
    return Sample.clones();
  }

  /** The workspace that is opened. */
  Path opens() throws IOException {
    return Sample.FOLDER;
  }

  final App.Built window() {
    return Objects.requireNonNull(window);
  }

  final Path folder() {
    return Objects.requireNonNull(folder);
  }

  @Override
  public final void start(Stage stage) throws IOException {
    window = App.build(stage, new SettingsFile(folder().resolve("window.properties")), clones());
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.show();
    window.workspace().open(opens());
  }

  /**
   * No journey begins before the sample is on the screen: opening a workspace takes the place of
   * everything that was asked before.
   */
  @BeforeEach
  final void waitForTheSample() throws Exception {
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && window().workspace().background().idle());
  }

  @AfterEach
  final void close() {
    interact(window().workspace()::close);
  }

  /** The answer as the window's own thread sees it. */
  final <T> T seen(Callable<T> question) throws Exception {
    if (Platform.isFxApplicationThread()) {
      return question.call();
    }
    return WaitForAsyncUtils.waitForAsyncFx(
        TimeUnit.SECONDS.toMillis(PATIENCE_IN_SECONDS), question);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // the caller knows what it looks for
  final <T extends Node> T the(String selector) throws Exception {
    return seen(() -> lookup(selector).<T>query());
  }

  final boolean there(String selector) throws Exception {
    return seen(() -> lookup(selector).tryQuery().isPresent());
  }

  final void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS, () -> seen(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
