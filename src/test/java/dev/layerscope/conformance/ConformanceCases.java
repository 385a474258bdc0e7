package dev.layerscope.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The folder of cases, one directory each with a {@code case.json}. */
final class ConformanceCases {
  private static final Path FOLDER = Path.of("..", "shared", "conformance");

  private ConformanceCases() {}

  /** What is to be checked for one row of a table. */
  interface Check {
    void check(JsonNode row) throws Exception;
  }

  /** The directory of a case; the test is skipped when the cases are not on this machine. */
  static Path folder(String id) {
    assumeTrue(Files.isDirectory(FOLDER), "no conformance cases in " + FOLDER + ": skipped");
    return FOLDER.resolve(id);
  }

  /** What {@code case.json} of a case says. */
  static JsonNode read(String id) throws IOException {
    return new ObjectMapper().readTree(folder(id).resolve("case.json").toFile());
  }

  /** A test per row of a case's table, named by the row. */
  static Stream<DynamicTest> rows(String id, Check check) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : read(id).path("rows")) {
      tests.add(DynamicTest.dynamicTest(id + " " + row, () -> check.check(row)));
    }
    return tests.stream();
  }
}
