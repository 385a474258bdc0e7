package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
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
    assertThat(compare("spec: {words: [{size: 1}]}", "spec: {words: [{size: 2}]}"))
        .containsExactly(new FieldChange("spec.words[0].size", Optional.of("1"), Optional.of("2")));
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

  @Test
  void valuesOfASecretAreMaskedInTheManifestsOfAChange() {
    Manifest secret =
        Manifest.of(
                yaml("kind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n"),
                new Origin("", "", ""))
            .orElseThrow();
    List<ResourceChange> changes =
        ResourceComparison.compare(List.of(secret), List.of(), FieldTable.BUILT_IN);
    assertThat(changes.toString()).contains("password").doesNotContain("hunter2");
  }

  @Test
  void aDefinitionTeachesHowItsListsAreMatched() {
    Manifest definition =
        Manifest.of(
                yaml(
                    """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata: {name: things.example.com}
                    spec:
                      group: example.com
                      names: {kind: Thing}
                      versions:
                        - name: v1
                          schema:
                            openAPIV3Schema:
                              properties:
                                spec:
                                  properties:
                                    parts:
                                      x-kubernetes-list-type: map
                                      x-kubernetes-list-map-keys: [place]
                    """),
                new Origin("", "", ""))
            .orElseThrow();
    String from = "{apiVersion: example.com/v1, kind: Thing, spec: {parts: [{place: 1, a: 1}]}}";
    String to = "{apiVersion: example.com/v1, kind: Thing, spec: {parts: [{place: 1, a: 2}]}}";
    assertThat(
            ManifestComparison.compare(
                yaml(from), yaml(to), FieldTable.BUILT_IN.with(List.of(definition))))
        .extracting(FieldChange::path)
        .containsExactly("spec.parts[place=1].a");
  }
}
