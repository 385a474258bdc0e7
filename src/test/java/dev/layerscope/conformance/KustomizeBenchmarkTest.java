package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizationEdit;
import dev.layerscope.render.kustomize.KustomizePrint;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ours against what a person would do otherwise, one {@code kubectl kustomize} per folder, on the
 * same folders and in one run. Every one of our builds parses and prints everything anew, after ten
 * rounds that are not counted. Runs only when asked for: {@code ./mvnw -o -q test
 * -Dtest=KustomizeBenchmarkTest -Dkubectl.benchmark=FOLDER [-Dkubectl.every=N]}, with checkouts in
 * the folder.
 */
class KustomizeBenchmarkTest {
  private static final int MEDIAN_AT_LEAST = 50;
  private static final int BY_BYTES_AT_LEAST = 10;
  private static final int RUNS = 5;

  /** As many rounds over all folders as a program that stays open has behind it soon. */
  private static final int WARM_UP = 10;

  private record Folder(Checkout checkout, Path directory) {}

  private record Measured(long ours, long theirs, long bytes) {
    double ratio() {
      return (double) theirs / ours;
    }
  }

  @Test
  void ourEngineIsFasterByFar() throws Exception {
    int every = Integer.getInteger("kubectl.every", 1);
    var measured = new ArrayList<Measured>();
    List<Folder> folders = folders(every);
    for (int i = 0; i < WARM_UP; i++) {
      folders.forEach(KustomizeBenchmarkTest::build);
    }
    for (Folder folder : folders) {
      measure(folder, measured);
    }
    double[] ratios = measured.stream().mapToDouble(Measured::ratio).sorted().toArray();
    double median = ratios[ratios.length / 2];
    double ours = measured.stream().mapToLong(Measured::ours).sum() / 1e6;
    double theirs = measured.stream().mapToLong(Measured::theirs).sum() / 1e6;
    long bytes = measured.stream().mapToLong(Measured::bytes).sum();
    System.out.printf(
        java.util.Locale.ROOT,
        "kustomize benchmark: %d folders, %,d bytes; ours %.0f ms, kubectl %.0f ms; median ratio"
            + " %.0f, smallest %.1f, by total bytes %.0f%n",
        ratios.length,
        bytes,
        ours,
        theirs,
        median,
        ratios[0],
        theirs / ours);
    assertThat(median).as("median ratio").isGreaterThanOrEqualTo(MEDIAN_AT_LEAST);
    assertThat(theirs / ours).as("ratio by bytes").isGreaterThanOrEqualTo(BY_BYTES_AT_LEAST);
  }

  private static List<Folder> folders(int every) throws IOException {
    var all = new ArrayList<Folder>();
    for (Checkout checkout : Checkout.named("kubectl.benchmark")) {
      for (Path directory : checkout.kustomizations()) {
        all.add(new Folder(checkout, directory));
      }
    }
    return IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  private static void measure(Folder folder, List<Measured> measured) throws Exception {
    Kubectl.Ran theirs = Kubectl.kustomize(folder.directory());
    if (theirs.output().isEmpty()) {
      return;
    }
    var times = new ArrayList<Long>();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      build(folder);
      times.add(System.nanoTime() - start);
    }
    times.sort(null);
    long bytes = theirs.output().get().getBytes(StandardCharsets.UTF_8).length;
    measured.add(new Measured(times.get(RUNS / 2), theirs.nanos(), bytes));
  }

  private static String build(Folder folder) {
    Checkout checkout = folder.checkout();
    var renderer = new KustomizeRenderer(new NoRepositories(), new ParsedFiles());
    String path = checkout.root().relativize(folder.directory()).toString();
    Built built =
        renderer.build(
            checkout.snapshot(),
            checkout.snapshot().find(TreePath.clean(path).orElseThrow()).orElseThrow(),
            BuildOptions.DEFAULT,
            KustomizationEdit.NONE);
    return KustomizePrint.print(built.manifests());
  }
}
