package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.AppProject;
import dev.layerscope.argocd.AppProjectReader;
import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.ApplicationReader;
import dev.layerscope.argocd.Destination;
import dev.layerscope.argocd.DestinationCluster;
import dev.layerscope.argocd.Permissions;
import dev.layerscope.argocd.ProjectRules;
import dev.layerscope.argocd.ProjectRules.Verdict;
import dev.layerscope.argocd.ProjectValidation;
import dev.layerscope.argocd.Settings;
import dev.layerscope.finding.Finding;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What projects permit, and which cluster a destination is. */
class ProjectCasesTest {
  private static final Origin ORIGIN = new Origin("https://x/y.git", "c".repeat(40), "a.yaml");

  private static AppProject project(Optional<Mapping> spec) {
    Mapping root =
        Mapping.EMPTY
            .with("kind", Scalar.of("AppProject"))
            .with("metadata", Mapping.EMPTY.with("name", Scalar.of("p")))
            .with("spec", spec.orElse(Mapping.EMPTY));
    return AppProjectReader.read(Manifest.of(root, ORIGIN).orElseThrow());
  }

  private static AppProject project(String field, Optional<Node> value) {
    return project(value.map(node -> Mapping.EMPTY.with(field, node)));
  }

  private static Settings.Cluster cluster(Mapping row) {
    return new Settings.Cluster(
        Rows.text(row, "name"), Rows.text(row, "server"), Map.of(), Map.of());
  }

  private static List<Settings.Cluster> clusters(Mapping row) {
    return Rows.mappings(row, "clusters").stream().map(ProjectCasesTest::cluster).toList();
  }

  @TestFactory
  Stream<DynamicTest> projectsPermitWhatArgoCdsMatchersPermit() {
    return Area.rows(
        "project",
        Map.ofEntries(
            Map.entry("project-source-repos", (one, row) -> source(row)),
            Map.entry("project-destinations", (one, row) -> destination(row)),
            Map.entry("project-scoped-clusters", (one, row) -> destination(row)),
            Map.entry("project-glob-match", (one, row) -> pattern(row)),
            Map.entry("project-dest-service-accounts", (one, row) -> serviceAccount(row)),
            Map.entry(
                "project-policy-object",
                (one, row) ->
                    assertThat(
                            ProjectValidation.isPolicyObject(
                                "some-project", Rows.text(row, "policy")))
                        .isEqualTo(Rows.yes(row, "isValid"))),
            Map.entry(
                "project-group-names",
                (one, row) ->
                    assertThat(ProjectValidation.isGroupName(Rows.text(row, "groupname")))
                        .isEqualTo(Rows.yes(row, "isvalid"))),
            Map.entry("project-resource-lists", (one, row) -> kinds(row)),
            Map.entry("project-source-namespaces", (one, row) -> namespace(row)),
            Map.entry(
                "project-validate",
                (one, row) ->
                    assertThat(ProjectValidation.errors(project(row.mapping("spec"))).isEmpty())
                        .isEqualTo(Rows.text(row, "expect").equals("ok"))),
            Map.entry("project-validate-permissions", (one, row) -> permissions(row))));
  }

  private static void source(Mapping row) {
    var rules = new ProjectRules(project("sourceRepos", row.get("projSources")));
    assertThat(rules.permitsSource(new RepoUrl(Rows.text(row, "appSource"))))
        .isEqualTo(Rows.yes(row, "isPermitted"));
  }

  private static void destination(Mapping row) {
    Mapping spec = Mapping.EMPTY.with("destinations", row.get("projDest").orElseThrow());
    if (row.has("clusters")) {
      spec = spec.with("permitOnlyProjectScopedClusters", Scalar.plain("true"));
    }
    Mapping to = row.mapping("appDest").orElseThrow();
    var known = new DestinationCluster.Known(Rows.text(to, "server"), Rows.text(to, "name"), true);
    Verdict verdict =
        new ProjectRules(project(Optional.of(spec)))
            .permitsDestination(known, Rows.text(to, "namespace"), clusters(row));
    assertThat(verdict)
        .isEqualTo(Rows.yes(row, "isPermitted") ? Verdict.PERMITTED : Verdict.REFUSED);
  }

  /** Negation is asked for where it is allowed; namespaces of Applications allow none. */
  private static void pattern(Mapping row) {
    String pattern = Rows.text(row, "pattern");
    String value = Rows.text(row, "val");
    boolean matches =
        Rows.yes(row, "allowNegation")
            ? permitsNamespaceOfDestination(pattern, value)
            : ProjectRules.namespacePattern(pattern).test(value);
    assertThat(matches).isEqualTo(Rows.yes(row, "expected"));
  }

  private static boolean permitsNamespaceOfDestination(String pattern, String value) {
    Mapping item =
        Mapping.EMPTY.with("server", Scalar.of("*")).with("namespace", Scalar.of(pattern));
    AppProject project =
        project("destinations", Optional.of(dev.layerscope.yaml.Sequence.of(List.of(item))));
    return new ProjectRules(project)
            .permitsDestination(
                new DestinationCluster.Known("https://x", "x", true), value, List.of())
        == Verdict.PERMITTED;
  }

  private static void serviceAccount(Mapping row) {
    var account =
        new AppProject.ServiceAccount(
            Rows.text(row, "server"),
            Rows.text(row, "namespace"),
            Rows.text(row, "defaultServiceAccount"));
    String expected = Rows.text(row, "expectedErrMsg");
    assertThat(ProjectValidation.serviceAccountError(account).orElse("")).isEqualTo(expected);
  }

  private static void kinds(Mapping row) {
    var rules = new ProjectRules(project(row.mapping("spec")));
    for (Mapping check : Rows.mappings(row, "checks")) {
      var gvk = new Gvk(Rows.text(check, "group"), "v1", Rows.text(check, "kind"));
      assertThat(rules.permitsKind(gvk, Rows.text(check, "name"), Rows.yes(check, "namespaced")))
          .as(gvk.toString())
          .isEqualTo(Rows.yes(check, "expect"));
    }
  }

  private static void namespace(Mapping row) {
    var rules = new ProjectRules(project("sourceNamespaces", row.get("sourceNamespaces")));
    assertThat(rules.permitsNamespace(Rows.text(row, "appNs"), Rows.text(row, "controllerNs")))
        .isEqualTo(Rows.yes(row, "expect"));
  }

  private static void permissions(Mapping row) {
    Mapping spec = Mapping.EMPTY.with("source", row.get("source").orElseThrow());
    spec = spec.with("destination", row.mapping("destination").orElse(Mapping.EMPTY));
    Mapping root =
        Mapping.EMPTY
            .with("kind", Scalar.of("Application"))
            .with("metadata", Mapping.EMPTY.with("name", Scalar.of("a")))
            .with("spec", spec);
    ApplicationReader.Read read = ApplicationReader.read(Manifest.of(root, ORIGIN).orElseThrow());
    Application application = read.application();
    var said = new ArrayList<String>();
    if (application.sources().isEmpty()) {
      said.add(read.findings().stream().map(Finding::message).findFirst().orElse(""));
    } else {
      Settings settings = Settings.DEFAULT.withClusters(clusters(row));
      said.addAll(
          Permissions.refusals(application, "argocd", project(row.mapping("project")), settings));
    }
    Optional<String> contains = row.textAt("expect", "contains");
    if (contains.isEmpty()) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said).singleElement().asString().contains(contains.get());
    }
  }

  @TestFactory
  Stream<DynamicTest> aDestinationIsOneClusterOrAnError() {
    return Area.rows(
        "destination",
        Map.of(
            "destination-resolve",
            (one, row) -> {
              Mapping to = row.mapping("dest").orElseThrow();
              var destination =
                  new Destination(to.textAt("server"), to.textAt("name"), to.textAt("namespace"));
              DestinationCluster found =
                  DestinationCluster.of(destination, Settings.DEFAULT.withClusters(clusters(row)));
              String said =
                  switch (found) {
                    case DestinationCluster.Known known -> known.server();
                    case DestinationCluster.Refused refused -> refused.message();
                  };
              assertThat(said)
                  .isEqualTo(
                      row.textAt("expect").or(() -> row.textAt("expect", "error")).orElseThrow());
            }));
  }
}
