package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.layerscope.git.VersionConstraint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RevisionConformanceTest {
  @TestFactory
  Stream<DynamicTest> a_text_is_a_constraint_when_argo_cd_thinks_so() throws IOException {
    return ConformanceCases.rows(
        "revision-is-constraint",
        row ->
            assertThat(VersionConstraint.isConstraint(row.path("revision").asText()))
                .isEqualTo(row.path("expect").asBoolean()));
  }

  @TestFactory
  Stream<DynamicTest> the_highest_tag_in_the_range_is_taken() throws IOException {
    return ConformanceCases.rows("revision-max-version", RevisionConformanceTest::highest);
  }

  @TestFactory
  Stream<DynamicTest> only_tags_with_the_prefix_count() throws IOException {
    return ConformanceCases.rows("revision-tag-prefix", RevisionConformanceTest::highest);
  }

  private static void highest(JsonNode row) {
    String prefix = row.path("tagPrefix").asText("");
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : row.path("tags")) {
      if (tag.asText().startsWith(prefix)) {
        tags.add(tag.asText().substring(prefix.length()));
      }
    }
    Optional<String> highest =
        VersionConstraint.highest(row.path("revision").asText(), tags).map(tag -> prefix + tag);
    String expected = row.path("expect").asText();
    assertThat(highest)
        .isEqualTo(expected.equals("error") ? Optional.empty() : Optional.of(expected));
  }
}
