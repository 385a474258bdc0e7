package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/workspace.md} names every key the file may have. */
class WorkspaceReferenceTest {

  static Stream<String> keys() {
    return Stream.concat(
            Stream.of(WorkspaceYaml.class), Arrays.stream(WorkspaceYaml.class.getDeclaredClasses()))
        .filter(Class::isRecord)
        .flatMap(record -> Arrays.stream(record.getRecordComponents()))
        .map(RecordBinding::key)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyOfTheWorkspaceFileStandsInItsReference(String key) throws IOException {
    assertThat(Files.readString(Path.of("docs", "workspace.md"))).contains("`" + key + "`");
  }
}
