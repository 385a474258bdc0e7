package dev.layerscope.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.layerscope.bench.estate.ChangedOnce;
import dev.layerscope.check.Checks;
import dev.layerscope.check.Estate;
import dev.layerscope.check.Rules;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.manifest.KnownKinds;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.compare.BuildMatrix;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.plan.PlanEdit;
import dev.layerscope.operation.resolve.ReadAhead;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.render.SourceType;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.work.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * One measured life of the program over an estate: {@code EstateRun ESTATE CLONES
 * clone|command|window}. Prints one figure a line: its name, seconds by the clock, and seconds of
 * processor, those of Helm's process included; of memory and numbers the value alone.
 */
public final class EstateRun {
  /** The first, and one when the program is warm. */
  private static final int CHANGES = 6;

  /** Larger estates are not compared in all environments at once. */
  private static final int MOST_COMPARED = 20_000;

  private final Path estate;
  private final Path clones;

  private EstateRun(Path estate, Path clones) {
    this.estate = estate;
    this.clones = clones;
  }

  public static void main(String[] arguments) throws Exception {
    var run = new EstateRun(Path.of(arguments[0]), Path.of(arguments[1]));
    switch (arguments[2]) {
      case "clone" -> new OpenWorkspace(run.clones).open(run.estate, Progress.SILENT).close();
      case "command" -> run.command();
      case "window" -> run.window();
      default -> throw new IllegalArgumentException(arguments[2]);
    }
  }

  /** What a command does: one look, and the end. */
  private void command() throws Exception {
    try (Opened opened = new OpenWorkspace(clones).open(estate, Progress.SILENT)) {
      Hierarchy first = first("start", opened);
      value("nodes", first.nodes().size());
      value("kustomizations", of(first, SourceType.KUSTOMIZE));
      value("rendered", opened.renderer().count().renders());
      heap("heap", first);
    }
  }

  private static long of(Hierarchy hierarchy, SourceType type) {
    return hierarchy.nodes().stream()
        .flatMap(node -> node.sources().stream())
        .filter(source -> source.type() == type)
        .count();
  }

  /** From the start of the program to the first hierarchy. */
  private Hierarchy first(String name, Opened opened) {
    Hierarchy first = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    figure(name, System.currentTimeMillis() - started, processor());
    return first;
  }

  /** What a person does who has the window open. */
  private void window() throws Exception {
    var door = new OpenWorkspace(clones);
    try (Opened opened = door.open(estate, Progress.SILENT)) {
      Hierarchy first = first("window", opened);
      again(door);
      timed("second", () -> Resolve.resolve(opened, Selection.environment("qa"), Progress.SILENT));
      Selection third = Selection.environment("prod");
      timed("ahead", () -> readAhead(opened, third));
      timed("second-ahead", () -> Resolve.resolve(opened, third, Progress.SILENT));
      for (int i = 0; i < CHANGES; i++) {
        ChangedOnce.team(estate, i);
        String which = i == 0 ? "" : i == CHANGES - 1 ? "-later" : "-between";
        timed("fetch" + which, () -> new FetchAll(clones).fetch(opened, Progress.SILENT));
        timed(
            "changed" + which, () -> Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT));
      }
      checks(opened, first);
      plan(opened);
      if (first.nodes().size() < MOST_COMPARED) {
        timed("matrix", () -> BuildMatrix.build(opened, Set.of(), Progress.SILENT));
      }
      heap("window-heap", first);
    }
  }

  /** As the window does while nothing is asked. */
  private static Selection readAhead(Opened opened, Selection selection) throws Exception {
    ReadAhead.at(opened, selection, Progress.SILENT);
    return selection;
  }

  /** Every rule over the hierarchy, as often as somebody looks. */
  private static void checks(Opened opened, Hierarchy hierarchy) throws Exception {
    KnownKinds kinds = opened.workspace().kinds();
    for (String name : List.of("checks-first", "checks")) {
      timed(
          name,
          () ->
              new Checks(Rules.all(url -> Map.of(), opened.access()))
                  .run(new Estate(hierarchy, kinds)));
    }
  }

  /** A layer of one cluster is to read another revision: the plan, and both pictures of it. */
  private static void plan(Opened opened) throws Exception {
    for (String name : List.of("plan-first", "plan")) {
      var wanted =
          new Retargeting(
              "cluster-000//argocd/family", Optional.of("qa"), Optional.empty(), List.of("dev"));
      timed(
          name,
          () -> {
            PlanEdit.Answer answer = PlanEdit.plan(opened, wanted, Progress.SILENT);
            if (!(answer instanceof PlanEdit.Answer.Planned)) {
              throw new IllegalStateException(answer.toString());
            }
            return answer;
          });
    }
  }

  /** Of which the hierarchy is a part: it is held until here, so that it is counted. */
  private static void heap(String name, Hierarchy held) {
    value(name, usedAfterCollecting() / 1024 / 1024);
    if (held.nodes().isEmpty()) {
      throw new IllegalStateException("an estate without Applications");
    }
  }

  /** The running program opens the workspace once more. */
  private void again(OpenWorkspace door) throws Exception {
    timed(
        "again",
        () -> {
          try (Opened opened = door.open(estate, Progress.SILENT)) {
            return Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
          }
        });
  }

  private static void timed(String name, Callable<?> work) throws Exception {
    long clock = System.nanoTime();
    long processor = processor();
    work.call();
    figure(name, (System.nanoTime() - clock) / 1_000_000, processor() - processor);
  }

  private static void figure(String name, long milliseconds, long processorNanos) {
    System.out.printf(
        Locale.ROOT, "%s %.3f %.3f%n", name, milliseconds / 1000.0, processorNanos / 1e9);
  }

  private static void value(String name, long value) {
    System.out.printf(Locale.ROOT, "%s %d%n", name, value);
  }

  private static long processor() {
    var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long helm =
        HelmWorker.shared()
            .running()
            .flatMap(process -> process.info().totalCpuDuration())
            .map(Duration::toNanos)
            .orElse(0L);
    return own.getProcessCpuTime() + helm;
  }

  private static long usedAfterCollecting() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
