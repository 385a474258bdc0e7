package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.CalledAfter;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of two sites, by kind, namespace and name: which of one is which of the other. */
class SitesTest {
  private static List<Manifest> objects(String all) {
    return Stream.of(all.split(" "))
        .map(text -> text.split("/"))
        .map(parts ->
            new Manifest(
                Gvk.parse("v1", parts[0]),
                parts[1],
                parts[2],
                Mapping.of(
                    Map.of(
                        "apiVersion",
                        Scalar.of("v1"),
                        "kind",
                        Scalar.of(parts[0]),
                        "metadata",
                        Mapping.of(
                            Map.of(
                                "namespace", Scalar.of(parts[1]), "name", Scalar.of(parts[2]))))),
                new Origin("", "", "")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          envs/prod    | envs/dev     | Service/x/prod-web           | Service/x/dev-web            | CHANGED
          envs/prod-eu | envs/dev-eu  | Service/prod/prod-eu-web     | Service/dev/dev-eu-web       | CHANGED
          envs/prod-eu | envs/dev-eu  | Service/x/prod-web           | Service/x/dev-web            | CHANGED
          east         | west         | Service/x/web-east           | Service/x/web-west           | CHANGED
          east         | west         | Service/east/web             | Service/west/web             | CHANGED
          east         | west         | Service/x/web                | Service/y/web                | CHANGED
          east         | west         | Service/x/east               | Service/x/west               | CHANGED
          east         | west         | Service/x/feast-web          | Service/x/west-web           | REMOVED ADDED
          east         | west         | Service/x/one                | Service/x/two                | REMOVED ADDED
          east         | west         | Service/x/east-web           | Pod/x/west-web               | REMOVED ADDED
          east         | west         | Service/x/web Service/y/web  | Service/z/web                | REMOVED REMOVED ADDED
          my-cluster   | other        | Service/x/cluster-web        | Service/x/web                | REMOVED ADDED
          """)
  void ofTwoSites(String from, String to, String before, String after, String expected) {
    assertThat(
            ResourceComparison.compare(
                    objects(before), objects(after), FieldTable.BUILT_IN, CalledAfter.of(from, to))
                .stream()
                .map(change -> change.change().name()))
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"Service/x/web,Service/y/web", "Service/x/prod-web,Service/x/dev-web"})
  void ofOneSiteAnotherNameIsAnotherObject(String before, String after) {
    assertThat(
            ResourceComparison.compare(objects(before), objects(after), FieldTable.BUILT_IN)
                .stream()
                .map(change -> change.change().name()))
        .containsExactly("REMOVED", "ADDED");
  }
}
