package dev.layerscope.operation.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.Edge;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.hierarchy.NodeKind;
import dev.layerscope.hierarchy.ResolvedRoot;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample as {@code sample-workspace/PLANTED.md} promises it; the letters and numbers are that
 * list's.
 */
class SampleHierarchyTest {
  private static final Path SAMPLE = Path.of("sample-workspace");

  @TempDir private static Path clones = SAMPLE;
  private static @Nullable Opened workspace;

  @BeforeAll
  static void open() throws WorkspaceException {
    workspace = new OpenWorkspace(clones).open(SAMPLE, Progress.SILENT);
  }

  @AfterAll
  static void close() {
    opened().close();
  }

  private static Opened opened() {
    return Objects.requireNonNull(workspace);
  }

  private static Hierarchy in(String environment) {
    return Resolve.resolve(opened(), Selection.environment(environment), Progress.SILENT);
  }

  /** S1 to S11. */
  @ParameterizedTest
  @CsvSource({
    "my-cluster,dev,12,3,3,14,97", "my-cluster,qa,11,3,3,13,87", "my-cluster,prod,10,3,2,12,80",
    "east,dev,9,2,0,10,70", "east,qa,9,2,0,10,66", "east,prod,8,2,0,9,61",
    "west,dev,11,1,0,11,63", "west,qa,11,1,0,11,59", "west,prod,11,1,0,11,59",
    "lab,dev,2,1,0,2,25", "lab,qa,2,1,0,2,21", "lab,prod,2,1,0,2,21"
  })
  void everyRootHasWhatThePlanSays(
      String root,
      String environment,
      int applications,
      int projects,
      int groups,
      int edges,
      int objects) {
    Hierarchy hierarchy = in(environment);
    ResolvedRoot resolved = hierarchy.root(root).orElseThrow();
    Set<NodeId> nodes = hierarchy.depths(resolved).keySet();
    List<Edge> between =
        hierarchy.edges().stream()
            .filter(e ->
                e.from().filter(nodes::contains).isPresent() && e.to().kind() != NodeKind.GROUP)
            .toList();
    assertThat(count(nodes, NodeKind.APPLICATION)).isEqualTo(applications);
    assertThat(count(nodes, NodeKind.APP_PROJECT)).isEqualTo(projects);
    assertThat(count(nodes, NodeKind.GROUP)).isEqualTo(groups);
    assertThat(between).hasSize(edges);
    assertThat(
            nodes.stream()
                .filter(id -> id.kind() != NodeKind.GROUP)
                .mapToInt(id -> hierarchy.get(id).rendered().total())
                .sum())
        .isEqualTo(objects);
    assertThat(nodes)
        .allSatisfy(id -> assertThat(hierarchy.get(id).certainty()).isEqualTo(Certainty.EXACT));
  }

  private static long count(Set<NodeId> nodes, NodeKind kind) {
    return nodes.stream().filter(id -> id.kind() == kind).count();
  }

  /** S13, S16. */
  @Test
  void loggingIsThreeNodesInThreeClustersWithoutAFinding() {
    Hierarchy hierarchy = in("dev");
    List<HierarchyNode> logging =
        hierarchy.nodes().stream().filter(n -> n.name().equals("logging")).toList();
    assertThat(logging).hasSize(3).allSatisfy(node -> assertThat(node.findings()).isEmpty());
  }

  /** D1. */
  @Test
  void aRevisionCarriedIntoQaIsFollowedAndFound() {
    Hierarchy hierarchy = in("qa");
    for (HierarchyNode node : nodes(hierarchy, "schema-registry")) {
      assertThat(node.certainty()).isEqualTo(Certainty.EXACT);
      assertThat(node.sources().getFirst().revision().orElseThrow().asked()).isEqualTo("dev");
      assertThat(node.findings())
          .extracting(Finding::code)
          .containsExactly(FindingCode.WRONG_ENVIRONMENT_REVISION_WARNING);
      assertThat(node.findings().getFirst().locations().getFirst().pathAndLine())
          .isEqualTo("deps/schema-registry.yaml:11");
    }
  }

  /** D1, the what-if. */
  @Test
  void followedByBranchItIsReadAtQaAndAssumed() {
    var follow = new Selection(new Selection.Base.Environment("qa", true), Map.of());
    HierarchyNode node =
        nodes(Resolve.resolve(opened(), follow, Progress.SILENT), "schema-registry").getFirst();
    assertThat(node.sources().getFirst().revision().orElseThrow().asked()).isEqualTo("qa");
    assertThat(node.certainty()).isEqualTo(Certainty.assumed("read at qa, declares dev"));
  }

  /** D1: nothing else is found outside the root of mistakes. */
  @ParameterizedTest
  @CsvSource({"dev,0", "qa,2", "prod,0"})
  void theGoodRootsHaveNoOtherFindings(String environment, int findings) {
    Hierarchy hierarchy = in(environment);
    long found =
        hierarchy.roots().stream()
            .filter(root -> !root.name().equals("mistakes"))
            .flatMap(root -> hierarchy.depths(root).keySet().stream())
            .distinct()
            .mapToLong(id -> hierarchy.get(id).findings().size())
            .sum();
    assertThat(found).isEqualTo(findings);
  }

  /** M1 to M48: one Application per mistake, each with its finding and no other. */
  @ParameterizedTest
  @CsvSource({
    "path-missing,MissingPathError",
    "path-is-file,PathNotDirectoryError",
    "path-absolute,PathOutsideRepositoryError",
    "path-outside,PathOutsideRepositoryError",
    "path-is-link,PathIsSymlinkWarning",
    "revision-unknown,UnresolvedRevisionError",
    "revision-ambiguous,AmbiguousRevisionWarning",
    "revision-other-environment,WrongEnvironmentRevisionWarning",
    "revision-floating,FloatingRevisionWarning",
    "repository-unavailable,RepositoryUnavailableError",
    "repository-empty,RepositoryEmptyError",
    "repository-unknown,UnknownRepositoryWarning",
    "symlink-outside,OutOfBoundsSymlinkError",
    "directory-too-large,DirectoryTooLargeError",
    "manifest-too-large,ManifestTooLargeError",
    "application-empty,EmptyApplicationWarning",
    "manifest-unreadable,ManifestUnreadableError",
    "values-with-three-words,ManifestUnreadableError",
    "document-without-kind,ManifestUnreadableError",
    "json-without-kind,NonManifestJsonError",
    "label-not-string,NonStringMetadataError",
    "key-twice,DuplicateKeyWarning",
    "resource-twice,RepeatedResourceWarning",
    "resource-excluded,ExcludedResourceWarning",
    "secret-in-clear,PlainSecretWarning",
    "link-broken,BrokenSymlinkWarning",
    "glob-invalid,InvalidGlobWarning",
    "kustomization-broken,KustomizeBuildError",
    "kustomization-recursed,ToolFileInDirectoryWarning",
    "override-unreadable,OverrideFileUnreadableError",
    "mistakes,SelfManagedInfo",
    "logging-twice,SharedApplicationWarning",
    "parent-manual,ManualParentWarning",
    "namespace-missing,MissingNamespaceError",
    "namespace-unwatched,UnwatchedNamespaceWarning",
    "child-at-the-edge,RemoteApplicationWarning",
    "destination-missing,MissingDestinationError",
    "destination-ambiguous,AmbiguousDestinationError",
    "destination-unknown,UnknownClusterWarning",
    "project-missing,MissingProjectError",
    "source-incomplete,IncompleteSourceError",
    "source-missing,MissingSourceError",
    "types-two,MultipleSourceTypesError",
    "sync-option-misspelt,UnknownSyncOptionWarning",
    "field-unknown,UnknownFieldWarning",
    "application-invalid,InvalidApplicationError"
  })
  void everyMistakeIsFoundWhereItIs(String application, String code) {
    HierarchyNode node = nodes(in("dev"), application).getFirst();
    assertThat(node.findings()).extracting(f -> f.code().text()).containsExactly(code);
  }

  /** M49 to M53. */
  @ParameterizedTest
  @CsvSource({
    "chart-external,OPAQUE",
    "plugin,OPAQUE",
    "jsonnet,OPAQUE",
    "applicationset-scm,OPAQUE",
    "remote-base,APPROXIMATE",
    "in-order,EXACT"
  })
  void whatCannotBeKnownIsDrawnAndSaysWhy(String name, Certainty.Level level) {
    HierarchyNode node = nodes(in("dev"), name).getFirst();
    assertThat(node.certainty().level()).isEqualTo(level);
    assertThat(node.findings()).isEmpty();
  }

  private static List<HierarchyNode> nodes(Hierarchy hierarchy, String name) {
    return hierarchy.nodes().stream().filter(n -> n.name().equals(name)).toList();
  }
}
