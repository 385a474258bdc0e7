package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.InstanceName;
import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.SyncOrder;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.yaml.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names of Applications, namespaces of sources, and the order in which objects are applied. */
class NamingCasesTest {
  @TestFactory
  Stream<DynamicTest> anInstanceIsNamedByItsNamespaceUnlessThatIsTheControlPlanes() {
    return Area.rows(
        "naming",
        Map.of(
            "app-instance-name",
            (one, row) ->
                assertThat(
                        InstanceName.of(
                                Rows.text(row, "appName"),
                                Rows.text(row, "appNamespace"),
                                Rows.text(row, "defaultNs"))
                            .text())
                    .isEqualTo(Rows.text(row, "result")),
            "app-parse-instance-name",
            (one, row) ->
                assertThat(
                        InstanceName.parse(Rows.text(row, "input"), Rows.text(row, "implicitNs")))
                    .isEqualTo(
                        new InstanceName(Rows.text(row, "appNs"), Rows.text(row, "appName")))));
  }

  @TestFactory
  Stream<DynamicTest> aToolIsToldTheSourcesNamespaceOrTheDestinations() {
    return Area.rows(
        "spec",
        Map.of(
            "source-namespace-default",
            (one, row) -> {
              Mapping blocks = row.mapping("source").orElse(Mapping.EMPTY);
              var source =
                  new Source(
                      new RepoUrl("https://x/y.git"),
                      Optional.of("."),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      blocks.mapping("kustomize"),
                      blocks.mapping("helm"),
                      Optional.empty(),
                      Optional.empty(),
                      1);
              assertThat(source.namespaceOr("default")).isEqualTo(Rows.text(row, "expect"));
            }));
  }

  @TestFactory
  Stream<DynamicTest> objectsAreAppliedByPhaseWaveKindAndName() {
    return Area.rows(
        "sync",
        Map.of(
            "sync-order",
            (one, row) -> {
              Mapping input = row.mapping("input").orElse(Mapping.EMPTY);
              Mapping expect = row.mapping("expect").orElse(Mapping.EMPTY);
              assertThat(SyncOrder.of(tasks(input, "tasks"))).isEqualTo(tasks(expect, "order"));
            },
            "sync-order-crd",
            (one, row) ->
                assertThat(SyncOrder.of(tasks(row, "tasks")))
                    .extracting(task -> task.gvk().kind())
                    .isEqualTo(Rows.texts(row, "expect"))));
  }

  private static List<SyncOrder.Task> tasks(Mapping row, String field) {
    return Rows.mappings(row, field).stream().map(NamingCasesTest::task).toList();
  }

  private static SyncOrder.Task task(Mapping task) {
    SyncOrder.Phase phase =
        task.textAt("phase")
            .map(p -> p.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
            .map(SyncOrder.Phase::valueOf)
            .orElse(SyncOrder.Phase.SYNC);
    Optional<Gvk> defines =
        task.textAt("spec", "names", "kind")
            .map(kind -> new Gvk(task.textAt("spec", "group").orElse(""), "", kind));
    return new SyncOrder.Task(
        phase,
        Rows.number(task, "wave"),
        Gvk.parse(Rows.text(task, "apiVersion"), Rows.text(task, "kind")),
        Rows.text(task, "namespace"),
        Rows.text(task, "name"),
        defines);
  }
}
