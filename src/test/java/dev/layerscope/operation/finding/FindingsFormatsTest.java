package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.layerscope.export.Baseline;
import dev.layerscope.export.FindingsDocument;
import dev.layerscope.export.FindingsGithub;
import dev.layerscope.export.FindingsJson;
import dev.layerscope.export.FindingsSarif;
import dev.layerscope.export.FindingsText;
import dev.layerscope.finding.Severity;
import dev.layerscope.hierarchy.Hierarchy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsFormatsTest {
  private static final String ESTATE =
      """
      ## wrong
      >>> app gone path=nowhere
      >>> app elsewhere url=https://elsewhere.example.com/x.git
      >>> app by-hand path=more
        syncPolicy: {}
      >>> app below path=config in=more
      >>> config/c.yaml
      {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}}
      ## waived
      >>> workspace
      waivers:
        - {code: MissingPathError, where: "estate*", reason: not this one}
        - {code: MissingPathError, where: "*//deps/gone.yaml", reason: "to come, 50% done"}
      """;

  @TempDir private Path folder = Path.of(".");

  private FindingsDocument document(String text) throws Exception {
    Hierarchy hierarchy = FindingFixture.resolve(text, "wrong", folder);
    return FindingsDocument.of(hierarchy, List.of());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void sarifHasWhatTheSchemaRequires() throws Exception {
    JsonNode report = json(FindingsSarif.of(document(ESTATE), "1.2.3"));
    assertThat(report.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = report.path("runs").path(0);
    JsonNode driver = run.path("tool").path("driver");
    assertThat(driver.path("name").asText()).isEqualTo("Layerscope");
    List<String> rules = new ArrayList<>();
    driver.path("rules").forEach(rule -> rules.add(rule.path("id").asText()));
    assertThat(run.path("results")).isNotEmpty();
    for (JsonNode result : run.path("results")) {
      assertThat(result.path("message").path("text").asText()).isNotEmpty();
      assertThat(result.path("level").asText()).isIn("error", "warning", "note");
      assertThat(rules.get(result.path("ruleIndex").asInt()))
          .isEqualTo(result.path("ruleId").asText());
      for (JsonNode place : result.path("locations")) {
        JsonNode artifact = place.path("physicalLocation").path("artifactLocation");
        assertThat(run.path("originalUriBaseIds").has(artifact.path("uriBaseId").asText()))
            .isTrue();
        assertThat(place.path("physicalLocation").path("region").path("startLine").asInt())
            .isPositive();
      }
    }
    assertThat(run.path("invocations").path(0).has("executionSuccessful")).isTrue();
    for (JsonNode base : run.path("originalUriBaseIds")) {
      assertThat(base.path("uri").asText()).endsWith("/");
    }
    for (JsonNode provenance : run.path("versionControlProvenance")) {
      assertThat(provenance.path("repositoryUri").asText()).startsWith("https://");
    }
  }

  @Test
  void everyFormatSaysWhatCouldNotBeLookedAt() throws Exception {
    FindingsDocument document = document(ESTATE);
    assertThat(FindingsText.of(document)).contains("1 opaque, 2 not looked into: these may hide");
    assertThat(FindingsGithub.of(document)).contains("1 opaque");
    JsonNode looked = json(FindingsJson.of(document)).path("looked");
    assertThat(looked.path("states").path("opaque").asInt()).isEqualTo(1);
    assertThat(looked.path("unresolved").asInt()).isEqualTo(2);
    assertThat(FindingsSarif.of(document, "1")).contains("1 opaque");
  }

  @Test
  void whatTheBaselineKnowsIsNoNewsAndFailsNothing() throws Exception {
    FindingsDocument document = document(ESTATE);
    Set<String> known = Baseline.read(FindingsJson.of(document)).orElseThrow();
    FindingsDocument again = document(ESTATE.replace(">>> config/c.yaml", ">>> config/d.yaml"));
    assertThat(again.since(known).fresh()).isEmpty();
    assertThat(again.since(known).anyAsBadAs(Severity.ERROR)).isFalse();
    assertThat(FindingsText.of(again.since(known))).contains("known from the baseline");
    FindingsDocument more = document(ESTATE + "\n## both\n>>> app lost path=gone-too\n");
    assertThat(more.since(known).fresh())
        .extracting(entry -> entry.finding().code().text())
        .containsExactly("MissingPathError");
  }

  @Test
  void aFindingIsKnownAgainWhenItsLineMoved() throws Exception {
    FindingsDocument before = document(ESTATE);
    FindingsDocument after =
        document(
            ESTATE.replace(">>> app gone path=nowhere", ">>> app gone project=x path=nowhere"));
    assertThat(after.entries())
        .extracting(FindingsDocument.Entry::fingerprint)
        .containsExactlyInAnyOrderElementsOf(
            before.entries().stream().map(FindingsDocument.Entry::fingerprint).toList());
  }

  @Test
  void aTextThatIsNoReportIsNoBaseline() {
    assertThat(Baseline.read("{}")).isEmpty();
    assertThat(Baseline.read("findings:")).isEmpty();
  }

  @Test
  void aWaivedFindingIsSetAsideWithItsReason() throws Exception {
    FindingsDocument document = document(ESTATE.replace("## waived", ""));
    assertThat(document.entries())
        .extracting(entry -> entry.finding().code().text())
        .doesNotContain("MissingPathError");
    assertThat(document.waived()).hasSize(1);
    assertThat(FindingsSarif.of(document, "1")).contains("\"justification\" : \"to come, 50% done");
    assertThat(FindingsText.of(document)).contains("; 1 waived");
  }

  @Test
  void annotationsEscapeWhatGithubWouldReadAsItsOwn() throws Exception {
    String annotations = FindingsGithub.of(document(ESTATE));
    assertThat(annotations)
        .contains("::error file=deps/gone.yaml,line=6,title=MissingPathError in estate::")
        .contains("::warning file=deps/by-hand.yaml,line=1,title=ManualParentWarning in estate::");
  }
}
