package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class UrlConformanceTest {
  private static RepoUrl url(JsonNode row, String field) {
    return new RepoUrl(row.path(field).asText());
  }

  @TestFactory
  Stream<DynamicTest> the_normal_form_is_argo_cds() throws IOException {
    return ConformanceCases.rows(
        "url-normalize",
        row ->
            assertThat(url(row, "url").argoNormalized())
                .isEqualTo(row.path("normalized").asText()));
  }

  @TestFactory
  Stream<DynamicTest> urls_are_equal_when_argo_cd_thinks_so() throws IOException {
    return ConformanceCases.rows(
        "url-same",
        row ->
            assertThat(url(row, "a").argoEquals(url(row, "b")))
                .isEqualTo(row.path("expect").asBoolean()));
  }

  @TestFactory
  Stream<DynamicTest> what_is_shown_has_no_user_and_no_password() throws IOException {
    return ConformanceCases.rows(
        "url-sanitize",
        row -> assertThat(url(row, "in").display()).isEqualTo(row.path("want").asText()));
  }
}
