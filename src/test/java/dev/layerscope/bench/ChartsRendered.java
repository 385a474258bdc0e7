package dev.layerscope.bench;

import dev.layerscope.render.helm.worker.Answer;
import dev.layerscope.render.helm.worker.ChartContent;
import dev.layerscope.render.helm.worker.HelmWorker;
import dev.layerscope.render.helm.worker.Limits;
import dev.layerscope.render.helm.worker.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a chart costs: the first one of a program, each one after it, and the one after a worker was
 * lost. The chart makes forty Applications in a loop.
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class ChartsRendered {
  private static final String CHILDREN =
      """
      {{- range $i, $_ := until 40 }}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata:
        name: {{ $.Release.Name }}-{{ $i }}
      spec:
        project: {{ $.Values.project }}
        source: {repoURL: "{{ $.Values.repo }}", path: "apps/{{ $i }}", targetRevision: main}
        destination: {server: "https://kubernetes.default.svc", namespace: "n{{ $i }}"}
      {{- end }}
      """;

  private static Request request(String project) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("Chart.yaml", bytes("apiVersion: v2\nname: children\nversion: 1.0.0\n"));
    files.put("values.yaml", bytes("repo: https://git.example.com/a.git\n"));
    files.put("templates/children.yaml", bytes(CHILDREN));
    return new Request(
        new ChartContent(files),
        "shop",
        "argocd",
        "1.32",
        List.of(new Request.Values("values", "project: " + project)),
        List.of(),
        List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Answer printed(Answer answer) {
    if (!(answer instanceof Answer.Printed)) {
      throw new IllegalStateException("not rendered: " + answer);
    }
    return answer;
  }

  /** A worker that runs. */
  @State(Scope.Benchmark)
  public static class Warm {
    private final HelmWorker worker = new HelmWorker(Limits.DEFAULT);
    private int number;

    @Setup
    public void start() {
      printed(worker.render(request("first")));
    }

    @TearDown
    public void end() {
      worker.close();
    }
  }

  /** A worker that was killed. */
  @State(Scope.Benchmark)
  public static class Killed {
    private final HelmWorker worker = new HelmWorker(Limits.DEFAULT);

    @Setup(Level.Invocation)
    public void kill() {
      printed(worker.render(request("before")));
      ProcessHandle process = worker.running().orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
    }

    @TearDown
    public void end() {
      worker.close();
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 5, time = 3)
  public Answer eachAfterTheFirst(Warm warm) {
    warm.number++;
    return printed(warm.worker.render(request("p" + warm.number)));
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 1)
  @Measurement(iterations = 5)
  public Answer theFirst() {
    try (var worker = new HelmWorker(Limits.DEFAULT)) {
      return printed(worker.render(request("p")));
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 1)
  @Measurement(iterations = 5)
  public Answer theOneAfterAKill(Killed killed) {
    return printed(killed.worker.render(request("p")));
  }
}
