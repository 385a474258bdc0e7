package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.render.kustomize.file.Kustomization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/fidelity.md promises, it promises about the fields there are. */
class FidelityPageTest {
  private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| \\d", Pattern.MULTILINE);

  @Test
  void everyFieldHasItsRowAndNoOther() throws IOException {
    String page = Files.readString(Path.of("docs", "fidelity.md"));
    List<String> rows = ROW.matcher(page).results().map(match -> match.group(1)).toList();
    assertThat(rows)
        .as("write the page anew: -Dtest=KustomizeCasesTest -Dfidelity=update")
        .containsExactlyElementsOf(Kustomization.fields());
  }

  @Test
  void volumeClaimsThatVersionsLabelDifferentlyAreNamed() {
    Built built =
        Kustomized.files()
            .file(
                "kustomization.yaml",
                "resources: [a.yaml]\nlabels:\n- {pairs: {a: b}, includeTemplates: true}\n")
            .file(
                "a.yaml",
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  volumeClaimTemplates:
                  - metadata: {name: disk}
                """)
            .build(".");
    assertThat(built.certainty().why())
        .containsExactly("labels: whether volume claims get them depends on Kustomize's version");
  }
}
