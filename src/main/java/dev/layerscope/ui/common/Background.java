package dev.layerscope.ui.common;

import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import javafx.util.Duration;

/**
 * The only door to other threads. Work runs on a virtual thread, its answer comes back on the
 * toolkit's thread. In each lane the latest question wins: asking again cancels what runs, and a
 * late answer is dropped.
 */
public final class Background {
  /** The lane of what nobody waits for: asking anything in another lane cancels it. */
  public static final String MEANWHILE = "meanwhile";

  private static final Duration PATIENCE = Duration.millis(400);

  private final boolean immediate;
  private boolean ended;
  private volatile Asker asker = Asker.NOBODY;
  private final Map<String, Running<?>> lanes = new HashMap<>();
  private final ReadOnlyObjectWrapper<Activity> activity =
      new ReadOnlyObjectWrapper<>(Activity.QUIET);
  private final Map<String, ReadOnlyObjectWrapper<Optional<Activity>>> watched = new HashMap<>();

  /** Work that may take long; runs off the toolkit's thread. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /**
   * What the status line shows.
   *
   * @param what a short phrase; empty when nothing runs that is worth showing
   * @param total 0 when unknown
   */
  public record Activity(String what, long done, long total) {
    public static final Activity QUIET = new Activity("", 0, 0);

    public boolean quiet() {
      return what.isEmpty();
    }
  }

  private Background(boolean immediate) {
    this.immediate = immediate;
  }

  public static Background onVirtualThreads() {
    return new Background(false);
  }

  /** Works and answers in the caller's thread: for tests of view-models. */
  public static Background immediate() {
    return new Background(true);
  }

  /** Who answers what work in the background wants to know. */
  public void setAsker(Asker other) {
    asker = other;
  }

  /** What runs for longer than 400 ms. */
  public ReadOnlyObjectProperty<Activity> activity() {
    return activity.getReadOnlyProperty();
  }

  /**
   * What runs in a lane: empty for nothing, {@link Activity#QUIET} for its first 400 ms. A question
   * that was cancelled leaves it empty without an answer.
   */
  public ReadOnlyObjectProperty<Optional<Activity>> activity(String lane) {
    return watched
        .computeIfAbsent(lane, unused -> new ReadOnlyObjectWrapper<>(Optional.empty()))
        .getReadOnlyProperty();
  }

  /** Whether nothing runs that somebody waits for. */
  public boolean idle() {
    return lanes.keySet().stream().allMatch(MEANWHILE::equals);
  }

  /**
   * Asks a question. What was asked before in the same lane is cancelled and its answer dropped.
   *
   * @param done gets the answer, unless the question was cancelled or asked anew
   * @param failed gets what the work threw; cancelling is no failure
   */
  public <T> void ask(
      String lane, String what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    if (immediate) {
      askNow(work, done, failed);
      return;
    }
    cancel(MEANWHILE);
    cancel(lane);
    asker.begins(lane);
    var running = new Running<>(lane, what, work, done, failed);
    lanes.put(lane, running);
    showActivity();
    Thread.ofVirtual().name("layerscope-" + lane).start(running);
    var patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(ignored -> {
      running.patient = false;
      showActivity();
    });
    patience.play();
  }

  /** Cancels what runs in a lane. */
  public void cancel(String lane) {
    Running<?> running = lanes.remove(lane);
    if (running != null) {
      running.cancel(false);
      showActivity();
    }
  }

  /** Cancels everything. */
  public void cancelAll() {
    List.copyOf(lanes.keySet()).forEach(this::cancel);
  }

  /** Cancels everything, for good: nobody asks any more. */
  public void end() {
    ended = true;
    cancelAll();
  }

  public boolean ended() {
    return ended;
  }

  /** Runs something on the toolkit's thread after what is going on now. */
  public static void soon(Runnable action) {
    Platform.runLater(action);
  }

  /** Runs something when some more frames have been shown. */
  public static void afterFrames(int frames, Runnable action) {
    new AnimationTimer() {
      private int left = frames;

      @Override
      public void handle(long now) {
        if (left-- <= 0) {
          stop();
          action.run();
        }
      }
    }.start();
  }

  private static <T> void askNow(Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T answer;
    try {
      answer = work.run(Progress.SILENT);
    } catch (CancellationException nobodyWaits) {
      return;
    } catch (Exception e) {
      failed.accept(e);
      return;
    }
    done.accept(answer);
  }

  private void showActivity() {
    var shown = new ArrayList<Running<?>>(lanes.values());
    shown.removeIf(running -> running.patient || running.lane.equals(MEANWHILE));
    activity.set(shown.isEmpty() ? Activity.QUIET : shown.getFirst().now);
    watched.forEach((lane, seen) ->
        seen.set(
            Optional.ofNullable(lanes.get(lane))
                .map(running -> running.patient ? Activity.QUIET : running.now)));
  }

  private final class Running<T> extends Task<T> {
    private final String lane;
    private final Work<T> work;
    private final Consumer<T> done;
    private final Consumer<Throwable> failed;
    private Activity now;
    private boolean patient = true;
    private volatile long lastReport;

    Running(String lane, String what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
      this.lane = lane;
      this.work = work;
      this.done = done;
      this.failed = failed;
      now = new Activity(what, 0, 0);
    }

    @Override
    protected T call() throws Exception {
      return work.run(
          new Progress() {
            @Override
            public void report(String what, long finished, long total) {
              said(new Activity(what, finished, total));
            }

            @Override
            public boolean cancelled() {
              return isCancelled();
            }

            @Override
            public <A> Optional<A> ask(Question<A> question) {
              return asker.ask(lane, question, this);
            }
          });
    }

    /**
     * Reports come by the thousand from several threads: a few a second are enough for a person.
     */
    private void said(Activity said) {
      long time = System.nanoTime();
      if (time - lastReport < 50_000_000) {
        return;
      }
      lastReport = time;
      Platform.runLater(() -> {
        now = said;
        if (!patient) {
          showActivity();
        }
      });
    }

    private boolean leave() {
      boolean latest = lanes.remove(lane, this);
      showActivity();
      return latest;
    }

    @Override
    protected void succeeded() {
      if (leave()) {
        done.accept(getValue());
      }
    }

    @Override
    protected void failed() {
      if (leave() && !(getException() instanceof CancellationException)) {
        failed.accept(getException());
      }
    }
  }
}
