package dev.layerscope.bench;

import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Manifests read per second, from bytes to {@link Manifest}: the sample's own files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ManifestsRead {

  /** What was read, beside how often. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    public long manifests;
    public long bytes;
  }

  private final List<byte[]> files = new ArrayList<>();
  private final Origin origin = new Origin("https://git.example.com/sample.git", "0", "all.yaml");

  @Setup
  public void loadTheSample() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("sample-workspace", "repositories"))) {
      for (Path file : walk.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
  }

  @Benchmark
  public void wholeSample(Read read, Blackhole eater) {
    for (byte[] file : files) {
      read.bytes += file.length;
      for (Document document : YamlReader.read(file, Reading.ARGO)) {
        if (document instanceof Document.Content content
            && content.root() instanceof Mapping mapping) {
          Manifest.of(mapping, origin)
              .ifPresent(manifest -> {
                read.manifests++;
                eater.consume(manifest);
              });
        }
      }
    }
  }
}
