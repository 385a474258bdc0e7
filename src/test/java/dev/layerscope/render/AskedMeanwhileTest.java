package dev.layerscope.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks for what somebody else is rendering waits for it. */
@Timeout(60)
class AskedMeanwhileTest {
  private final Snapshot snapshot =
      new TreeFixture("https://git.example.com/team.git").file("a.yaml", "a: b\n").snapshot();
  private final Source source =
      new Source(
          snapshot.url(),
          Optional.of("."),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          1);
  private final RenderMemory memory = new RenderMemory();
  private final AtomicInteger rendered = new AtomicInteger();

  @Test
  void evenWhereTheFirstResultShowsOnlyMeanwhileWhatTheRenderingsAskAbout() throws Exception {
    var third = new CompletableFuture<Thread>();
    Thread second =
        asking("qa", () -> third.complete(untilHeldUp(started(asking("qa", () -> {})))));
    Thread first = asking("dev", () -> untilHeldUp(started(second)));
    first.start();
    first.join(Duration.ofSeconds(30));
    second.join(Duration.ofSeconds(30));
    third.get().join(Duration.ofSeconds(30));
    assertThat(rendered).as("once for dev, once for qa").hasValue(2);
  }

  /** Asks for the rendering of an Application, which in turn asks for the Application's name. */
  private Thread asking(String name, Runnable meanwhile) {
    Function<Occasion, Rendered> render =
        occasion -> {
          occasion.applicationName();
          rendered.incrementAndGet();
          meanwhile.run();
          return new Rendered(SourceType.DIRECTORY, List.of(), Certainty.EXACT, List.of());
        };
    var key = new RenderMemory.Key(memory.way(Settings.DEFAULT.tools(), Map.of()), "team", source);
    var context = new Context(name, "default", Optional.empty());
    return new Thread(() ->
        memory.rendered(
            key,
            new Circumstances(source, snapshot, context, Settings.DEFAULT),
            GitFixture.repositories(),
            render));
  }

  private static Thread started(Thread thread) {
    thread.start();
    return thread;
  }

  /** Until it waits for a lock, or has gone by. */
  private static Thread untilHeldUp(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
