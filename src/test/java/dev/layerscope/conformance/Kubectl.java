package dev.layerscope.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code kubectl kustomize}, kept from the network. */
final class Kubectl {
  private Kubectl() {}

  /**
   * What came of one call.
   *
   * @param output empty when it failed
   * @param nanos from start to end of the process
   */
  record Ran(Optional<String> output, String error, long nanos) {}

  static Ran kustomize(Path directory) throws Exception {
    Path out = Files.createTempFile("kubectl", ".yaml");
    Path err = Files.createTempFile("kubectl", ".err");
    var builder = new ProcessBuilder("kubectl", "kustomize", directory.toString());
    builder.environment().put("https_proxy", "http://127.0.0.1:9");
    builder.environment().put("http_proxy", "http://127.0.0.1:9");
    builder.environment().put("GIT_SSH_COMMAND", "false");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    long start = System.nanoTime();
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Ran(Optional.empty(), "no answer", System.nanoTime() - start);
      }
      long nanos = System.nanoTime() - start;
      boolean done = process.exitValue() == 0;
      return new Ran(
          done ? Optional.of(Files.readString(out)) : Optional.empty(),
          Files.readString(err),
          nanos);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
