package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestComparisonTest {
  private static Mapping yaml(String text) {
    return (Mapping) ((Document.Content) YamlReader.read(text, Reading.ARGO).getFirst()).root();
  }

  private static List<FieldChange> compare(String from, String to) {
    return ManifestComparison.compare(yaml(from), yaml(to));
  }

  @Test
  void orderQuotesAndSpellingOfNumbersDoNotCount() {
    assertThat(compare("a: 1\nb: yes\n", "b: true\na: 0x1\n")).isEmpty();
  }

  @Test
  void aChangedFieldIsToldWithItsPath() {
    assertThat(compare("spec: {containers: [{image: a:1}]}", "spec: {containers: [{image: a:2}]}"))
        .containsExactly(
            new FieldChange(
                "spec.containers[0].image", Optional.of("\"a:1\""), Optional.of("\"a:2\"")));
  }

  @Test
  void whatIsOnlyOnOneSideHasNothingOnTheOther() {
    assertThat(compare("a: 1\nb: 2\n", "a: 1\n"))
        .containsExactly(new FieldChange("b", Optional.of("2"), Optional.empty()));
  }

  @Test
  void valuesOfASecretAreComparedAndNeverShown() {
    List<FieldChange> changes =
        compare(
            "kind: Secret\nstringData: {password: hunter2}\n",
            "kind: Secret\nstringData: {password: swordfish}\n");
    assertThat(changes).hasSize(1);
    assertThat(changes.toString())
        .contains("stringData.password")
        .doesNotContain("hunter2")
        .doesNotContain("swordfish");
  }
}
