package dev.layerscope.operation;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that work on the sample, opened anew for each of them. */
public abstract class OnTheSample {
  @TempDir private Path temp;
  private Optional<SampleSession> session = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    session = Optional.of(SampleSession.in(temp));
  }

  @AfterEach
  void close() {
    session.ifPresent(SampleSession::close);
  }

  /** The one of the test that runs. */
  protected SampleSession sample() {
    return session.orElseThrow();
  }

  /** Where it lies: {@code workspace.yaml} and its clones. */
  protected Path folder() {
    return temp;
  }
}
