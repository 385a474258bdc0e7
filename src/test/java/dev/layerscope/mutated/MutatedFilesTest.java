package dev.layerscope.mutated;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real files changed at random: whoever reads them has an answer, in time, and it is not an
 * exception of ours. {@code -Dlayerscope.mutated=N} makes N of each, from a seed that is printed
 * and that {@code -Dlayerscope.mutated.seed=S} takes; {@code -Dlayerscope.mutated.seeds=FOLDER}
 * takes the YAML files below a folder instead of the sample's.
 */
class MutatedFilesTest {
  private static final long LIMIT_SECONDS = 10;

  @ParameterizedTest
  @EnumSource(Reader.class)
  void whoeverReadsHasAnAnswerInTime(Reader reader) throws Exception {
    int cases = Integer.getInteger("layerscope.mutated", reader.cases());
    long seed =
        Long.getLong("layerscope.mutated.seed", cases == reader.cases() ? 42 : System.nanoTime());
    var mutations = new Mutations(seed);
    List<byte[]> seeds = reader.seeds();
    for (int i = 0; i < cases; i++) {
      byte[] input = mutations.of(seeds);
      var answer = new FutureTask<Void>(() -> reader.read(input), null);
      Thread.ofPlatform().daemon().start(answer);
      try {
        answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError(
            "%s, case %d of seed %d, on (base64) %s"
                .formatted(reader, i, seed, Base64.getEncoder().encodeToString(input)),
            e instanceof ExecutionException ? e.getCause() : e);
      }
    }
  }
}
