package dev.layerscope.render.helm.worker;

import dev.layerscope.finding.Certainty;
import dev.layerscope.work.Awaited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Helm, ready to render: starts its process at the first request, replaces it when a template
 * brings it down or never ends, and removes everything at the end of the program. One rendering at
 * a time; safe for several threads.
 */
public final class HelmWorker implements Helm, AutoCloseable {
  /** What Argo CD ships is another Helm than what comes with this program. */
  private static final Certainty ANOTHER_HELM =
      Certainty.assumed("rendered by Helm 3.21; Argo CD ships another");

  /** A rendering leaves little behind, but a long session renders thousands of charts. */
  private static final int MAX_CHARTS = 300;

  /** How long the thread that serves stays without work. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Limits limits;
  private final ExecutorService line;
  private final Set<String> written = new HashSet<>();
  private Optional<Path> keptIn = Optional.empty();
  private @Nullable WorkerFolder folder;
  private @Nullable HelmProcess process;

  public HelmWorker(Limits limits) {
    this.limits = limits;
    this.line = line();
  }

  /**
   * The thread that serves. It is none of those that ask: whoever has asked waits, and when the
   * answer is there Helm goes on to the next at once, not when the one that waited is on again.
   */
  private static ExecutorService line() {
    var one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("helm-line").factory());
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** The one worker of this program. */
  public static HelmWorker shared() {
    return Shared.WORKER;
  }

  private static final class Shared {
    static final HelmWorker WORKER = new HelmWorker(Limits.DEFAULT);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(WORKER::abandon, "helm-end"));
    }
  }

  /**
   * Says where the unpacked library may stay for the next program: unpacking it takes as long as
   * rendering a hundred charts.
   *
   * @param here a folder of nothing else; made when it is needed
   */
  public synchronized void keepLibraryIn(Path here) {
    keptIn = Optional.of(here);
  }

  /** Whether Helm came with the program for this platform. */
  public static boolean available() {
    return HelmLibrary.isHere();
  }

  @Override
  public Certainty sure() {
    return ANOTHER_HELM;
  }

  @Override
  public Answer render(Request request) {
    return render(request, limits);
  }

  /** The same with other patience. */
  Answer render(Request request, Limits patience) {
    Future<Answer> asked = line.submit(() -> served(request, patience));
    try {
      return Awaited.of(asked);
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Lost("was interrupted");
    }
  }

  private synchronized Answer served(Request request, Limits patience) {
    if (!available()) {
      return new Answer.Absent("Helm does not come with the program on this platform");
    }
    WorkerFolder place;
    HelmProcess running;
    Order order;
    try {
      place = folder();
      running = running(place);
      order = write(request, place);
    } catch (IOException e) {
      return new Answer.Absent("Helm could not be started: " + e.getMessage());
    }
    try {
      Answer answer = running.serve(order, patience);
      if (answer instanceof Answer.Lost || running.served() >= limits.renderings()) {
        running.kill();
        process = null;
      }
      return said(answer, place);
    } finally {
      WorkerFolder.remove(requestFolder(place));
    }
  }

  /** The process that serves, when one runs: for whoever wants to look at it from outside. */
  public synchronized Optional<ProcessHandle> running() {
    HelmProcess now = process;
    return now == null ? Optional.empty() : ProcessHandle.of(now.pid());
  }

  private WorkerFolder folder() throws IOException {
    WorkerFolder there = folder;
    boolean starts = process == null || !process.isAlive();
    if (there == null
        || !Files.isDirectory(there.charts())
        || starts && !Files.isRegularFile(there.library())) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      Optional<Path> unpacked = HelmLibrary.installed().or(() -> keptIn.flatMap(KeptLibrary::in));
      there = WorkerFolder.create(temporary, unpacked);
      folder = there;
      written.clear();
    }
    return there;
  }

  private HelmProcess running(WorkerFolder place) throws IOException {
    HelmProcess there = process;
    if (there == null || !there.isAlive()) {
      there = HelmProcess.start(place, limits);
      process = there;
    }
    return there;
  }

  private Path requestFolder(WorkerFolder place) {
    return place.root().resolve("values");
  }

  private Order write(Request request, WorkerFolder place) throws IOException {
    if (written.size() >= MAX_CHARTS) {
      WorkerFolder.remove(place.charts());
      written.clear();
    }
    Path chart = place.charts().resolve(request.chart().id());
    if (!written.contains(request.chart().id())) {
      WorkerFolder.remove(chart);
      request.chart().write(chart);
      written.add(request.chart().id());
    }
    var values = new ArrayList<String>();
    for (Request.Values one : request.values()) {
      values.add(write(place, "v" + values.size(), one.name(), one.text()));
    }
    var setFiles = new ArrayList<String>();
    for (Map.Entry<String, String> one : request.setFiles()) {
      String file = write(place, "s" + setFiles.size(), "value", one.getValue());
      setFiles.add(one.getKey() + "=" + file);
    }
    return new Order(
        chart.toString(),
        request.release(),
        request.namespace(),
        request.kubeVersion(),
        String.join(",", request.set()),
        String.join(",", setFiles),
        values);
  }

  private String write(WorkerFolder place, String number, String name, String text)
      throws IOException {
    Path inside = requestFolder(place).resolve(number);
    Files.createDirectories(inside);
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    Path file = inside.resolve(safe.matches("\\.*") ? "values" : safe);
    Files.writeString(file, text);
    return file.toString();
  }

  /** The answer without the paths of a folder nobody knows. */
  private static Answer said(Answer answer, WorkerFolder place) {
    return answer instanceof Answer.Refused(String error)
        ? new Answer.Refused(
            error.replaceAll(
                Pattern.quote(place.root().toString())
                    + "/(charts/[0-9a-f]{64}/?|values/[vs]\\d+/)?",
                ""))
        : answer;
  }

  /** Ends the process and removes its folder; a later request starts anew. */
  @Override
  public synchronized void close() {
    abandon();
  }

  /** Without waiting for a rendering that may be on its way: the program ends. */
  private void abandon() {
    HelmProcess now = process;
    if (now != null) {
      now.kill();
      process = null;
    }
    WorkerFolder there = folder;
    if (there != null) {
      WorkerFolder.remove(there.root());
      folder = null;
    }
  }
}
