package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ResourceChange;
import dev.layerscope.diff.manifest.ResourceComparison;
import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisksTest {
  private static final Origin NOWHERE = new Origin("", "", "");

  private static List<Manifest> objects(String text) {
    return YamlReader.read(text, Reading.ARGO).stream()
        .map(d -> (Mapping) ((Document.Content) d).root())
        .flatMap(root -> Manifest.of(root, NOWHERE).stream())
        .toList();
  }

  private static List<Risk.Kind> risks(String from, String to) {
    return ResourceComparison.compare(objects(from), objects(to), FieldTable.BUILT_IN).stream()
        .map(ResourceChange::risks)
        .flatMap(List::stream)
        .map(Risk::kind)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apiextensions.k8s.io/v1 | CustomResourceDefinition | CRD_REMOVED
          v1 | Namespace | NAMESPACE_REMOVED
          v1 | PersistentVolumeClaim | DATA_REMOVED
          """)
  void someObjectsTakeOthersWithThem(String version, String kind, Risk.Kind risk) {
    String object = "{apiVersion: %s, kind: %s, metadata: {name: x}}".formatted(version, kind);
    assertThat(risks(object, "")).containsExactly(risk);
    assertThat(risks("", object)).isEmpty();
  }

  @Test
  void twoThatGoAreTwoDangersAndBothAreNamed() {
    String two =
        """
        {apiVersion: v1, kind: Namespace, metadata: {name: one}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: two}}
        """;
    assertThat(ResourceComparison.compare(objects(two), List.of(), FieldTable.BUILT_IN))
        .flatExtracting(ResourceChange::risks)
        .extracting(Risk::words)
        .containsExactly(
            "the namespace one goes, and everything in it",
            "the namespace two goes, and everything in it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps/v1 | Deployment | spec: {selector: {matchLabels: {app: a}}} | spec: {selector: {matchLabels: {app: b}}}
          apps/v1 | StatefulSet | spec: {serviceName: a} | spec: {serviceName: b}
          batch/v1 | Job | spec: {template: {spec: {restartPolicy: Never}}} | spec: {template: {spec: {restartPolicy: OnFailure}}}
          v1 | Service | spec: {clusterIP: None} | spec: {clusterIP: 10.0.0.1}
          v1 | PersistentVolumeClaim | spec: {storageClassName: a} | spec: {storageClassName: b}
          rbac.authorization.k8s.io/v1 | RoleBinding | roleRef: {name: a} | roleRef: {name: b}
          storage.k8s.io/v1 | StorageClass | provisioner: a | provisioner: b
          """)
  void whatAnApiServerRefusesToChangeIsSaid(String version, String kind, String from, String to) {
    String frame = "{apiVersion: %s, kind: %s, metadata: {name: x}, %s}";
    assertThat(risks(frame.formatted(version, kind, from), frame.formatted(version, kind, to)))
        .contains(Risk.Kind.IMMUTABLE_FIELD_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "x:2.10, x:2.9, true",
    "x:2.9, x:2.10, false",
    "x:v3.0.0, x:v2.9.9, true",
    "x:2, y:1, false",
    "x:stable, x:1, false",
    "x:1.0, x:1, false"
  })
  void anOlderImageIsADowngrade(String from, String to, boolean downgrade) {
    String pod =
        "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {containers: [{name: a, image:"
            + " '%s'}]}}";
    assertThat(risks(pod.formatted(from), pod.formatted(to)).contains(Risk.Kind.IMAGE_DOWNGRADED))
        .isEqualTo(downgrade);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sourceRepos: [a] | sourceRepos: [a, b] | true
          sourceRepos: [a, b] | sourceRepos: [a] | false
          sourceRepos: [a, '!b'] | sourceRepos: [a] | true
          sourceRepos: [a] | sourceRepos: [a, '!b'] | false
          destinations: [{namespace: a}] | destinations: [{namespace: '*'}] | true
          namespaceResourceWhitelist: [] | x: 1 | true
          namespaceResourceBlacklist: [{kind: Role}] | x: 1 | true
          x: 1 | clusterResourceWhitelist: [{kind: '*'}] | true
          x: 1 | namespaceResourceWhitelist: [] | false
          """)
  void aProjectThatAllowsMoreIsSaid(String from, String to, boolean wider) {
    String project =
        "{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: x}, spec: {%s}}";
    assertThat(
            risks(project.formatted(from), project.formatted(to))
                .contains(Risk.Kind.PROJECT_WIDENED))
        .isEqualTo(wider);
  }

  @Test
  void anotherFinalizerIsSaid() {
    String object = "{apiVersion: v1, kind: ConfigMap, metadata: {name: x, finalizers: [%s]}}";
    assertThat(risks(object.formatted(""), object.formatted("keep")))
        .containsExactly(Risk.Kind.FINALIZER_CHANGED);
  }

  @Test
  void anotherWordOnPruningIsSaid() {
    String object =
        "{apiVersion: v1, kind: Namespace, metadata: {name: x, annotations:"
            + " {argocd.argoproj.io/sync-options: '%s'}}}";
    assertThat(risks(object.formatted("Prune=false"), object.formatted("ServerSideApply=true")))
        .containsExactly(Risk.Kind.PRUNE_CHANGED);
  }
}
