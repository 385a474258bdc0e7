package dev.layerscope.ui.workspace;

import dev.layerscope.operation.Selection;
import dev.layerscope.operation.resolve.ReadAhead;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.workspace.WorkspaceViewModel.Shown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Reads the environments around the one that is shown while nobody asks for anything, so that the
 * one somebody asks for is known. Whatever is asked, and every key and button, comes first: it
 * stops at once and goes on later where it was.
 */
public final class ReadingAhead {
  /** In the settings of the program; on where nothing is said. */
  public static final String SETTING = "read.ahead";

  private static final Duration QUIET = Duration.seconds(1);

  private final WorkspaceViewModel workspace;
  private final BooleanSupplier wanted;
  private final PauseTransition quiet = new PauseTransition(QUIET);
  private final Deque<Selection> waiting = new ArrayDeque<>();

  /**
   * @param wanted whether it is to go on; asked each time before it does
   */
  public ReadingAhead(WorkspaceViewModel workspace, BooleanSupplier wanted) {
    this.workspace = workspace;
    this.wanted = wanted;
    quiet.setOnFinished(ignored -> goOn());
    workspace.shown().addListener(ignored -> begin());
    workspace
        .background()
        .activity(Background.MEANWHILE)
        .addListener((ignored, before, now) -> {
          if (now.isEmpty()) {
            later();
          }
        });
  }

  /** What a person has set. */
  public static boolean wantedBy(SettingsFile settings) {
    return settings.get(SETTING).map(Boolean::parseBoolean).orElse(true);
  }

  private void begin() {
    waiting.clear();
    workspace
        .shown()
        .get()
        .ifPresent(now ->
            waiting.addAll(ReadAhead.around(now.opened(), now.selection(), now.hierarchy())));
    later();
  }

  /** Somebody does something: the cores are theirs. */
  public void giveWay() {
    workspace.background().cancel(Background.MEANWHILE);
    later();
  }

  private void later() {
    if (!waiting.isEmpty()) {
      quiet.playFromStart();
    }
  }

  private void goOn() {
    if (waiting.isEmpty() || workspace.background().ended() || !wanted.getAsBoolean()) {
      return;
    }
    if (workspace.background().idle()) {
      workspace.shown().get().ifPresent(this::read);
    } else {
      later();
    }
  }

  private void read(Shown shown) {
    Selection next = waiting.getFirst();
    workspace
        .background()
        .ask(
            Background.MEANWHILE,
            "",
            progress -> {
              ReadAhead.at(shown.opened(), next, progress);
              return next;
            },
            waiting::remove,
            // Whoever asks for it is told what is the matter with it.
            error -> waiting.remove(next));
  }
}
