package dev.layerscope.operation.plan;

import static dev.layerscope.operation.Estate.CLUSTER;
import static dev.layerscope.operation.Estate.application;
import static dev.layerscope.operation.Estate.cluster;
import static dev.layerscope.operation.Estate.planned;
import static dev.layerscope.operation.Estate.refused;
import static dev.layerscope.operation.Estate.team;
import static dev.layerscope.operation.SampleSession.files;
import static dev.layerscope.operation.SampleSession.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.Change;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of Applications that an ApplicationSet's elements, or a chart's values, decide about. */
class DrivenEditsTest {
  private static final List<String> DEV = List.of("dev");
  private static final String CONFIG =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: x}\n";

  /** Each element on a line, with a remark that has to stay. */
  private static final String LIST =
      """
            - list:
                elements:
                  - {name: web, dir: web, rev: dev} # the shop
                  - name: api
                    dir: api
                    rev: dev # pinned by hand
      """;

  private static final String FILES =
      """
            - git:
                repoURL: %s
                revision: dev
                files:
                  - path: config/**/app.json
      """
          .formatted(CLUSTER);

  @TempDir private Path folder;

  private static String set(String generators, String name, String path, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata:
      name: set
      namespace: argocd
    spec:
      generators:
    %s  template:
        metadata:
          name: '%s'
        spec:
          project: default
          source:
            repoURL: %s
            path: '%s'
            targetRevision: '%s'
          destination:
            server: https://kubernetes.default.svc
            namespace: x
    """
        .formatted(generators.indent(0), name, CLUSTER, path, revision);
  }

  private static GitFixture listed() {
    return cluster("").file("deps/set.yaml", set(LIST, "{{name}}", "{{dir}}", "{{rev}}"));
  }

  private static GitFixture filed() {
    return cluster("")
        .file("deps/set.yaml", set(FILES, "{{path.basename}}", "{{dir}}", "{{at.rev}}"))
        .file("config/web/app.json", "{\n  \"dir\": \"web\",\n  \"at\": {\"rev\": \"dev\"}\n}\n")
        .file("config/api/app.json", "{\n  \"dir\": \"api\",\n  \"at\": {\"rev\": \"dev\"}\n}\n");
  }

  private PlanEdit.Answer answer(GitFixture cluster, Intention wish) throws Exception {
    GitFixture whole = cluster;
    for (String file : List.of("web/c.yaml", "api/c.yaml", "other/c.yaml")) {
      whole = whole.file(file, CONFIG);
    }
    return PlanEdit.plan(
        Estate.open(folder, whole.commit("Begin").tag("v1"), team()), wish, Progress.SILENT);
  }

  private FileChange change(GitFixture cluster, Intention wish) throws Exception {
    return planned(answer(cluster, wish)).plan().branches().getFirst().files().getFirst();
  }

  private static Retargeting pinned(String name) {
    return new Retargeting(name, Optional.of("v1"), Optional.empty(), DEV);
  }

  private static Retargeting moved(String name) {
    return new Retargeting(name, Optional.empty(), Optional.of("other"), DEV);
  }

  @Test
  void anElementOfAListIsChangedAndItsNeighboursAreNot() throws Exception {
    assertThat(lines(change(listed(), pinned("api"))))
        .containsExactly(
            "-              rev: dev # pinned by hand", "+              rev: v1 # pinned by hand");
  }

  @Test
  void anElementWrittenOnOneLineIsChangedWithinIt() throws Exception {
    assertThat(lines(change(listed(), moved("web"))))
        .containsExactly(
            "-            - {name: web, dir: web, rev: dev} # the shop",
            "+            - {name: web, dir: other, rev: dev} # the shop");
  }

  @Test
  void aFileThatAGeneratorReadsIsChangedAndThePlanSaysWhereFrom() throws Exception {
    var plan = planned(answer(filed(), pinned("web"))).plan();
    assertThat(lines(plan.branches().getFirst().files().getFirst()))
        .containsExactly("-  \"at\": {\"rev\": \"dev\"}", "+  \"at\": {\"rev\": \"v1\"}");
    assertThat(plan.notes())
        .contains(
            "spec.source.targetRevision comes from at.rev in config/web/app.json of east on dev.");
  }

  @Test
  void anApplicationGoesWithItsElementOrItsFile() throws Exception {
    GitFixture listed =
        cluster("")
            .file(
                "deps/set.yaml",
                "# no {{template}}\n" + set(LIST, "{{name}}", "{{dir}}", "{{rev}}"));
    assertThat(lines(change(listed, new Removal("api", DEV))))
        .containsExactly(
            "-            - name: api",
            "-              dir: api",
            "-              rev: dev # pinned by hand");
    var plan = planned(answer(filed(), new Removal("web", DEV))).plan();
    assertThat(files(plan.branches().getFirst())).containsExactly("- config/web/app.json");
  }

  @Test
  void anElementBehindSeveralApplicationsIsLeftAlone() throws Exception {
    String matrix =
        """
              - matrix:
                  generators:
                    - list:
                        elements: [{name: web, rev: dev}]
                    - list:
                        elements: [{dir: api}, {dir: other}]
        """;
    GitFixture cluster =
        cluster("").file("deps/set.yaml", set(matrix, "{{name}}-{{dir}}", "{{dir}}", "{{rev}}"));
    assertThat(refused(answer(cluster, pinned("web-api")))).contains("targetRevision: v1");
  }

  @Test
  void aValueThatDecidesAboutMoreThanWhatIsWantedIsLeftAlone() throws Exception {
    String twice = LIST.replace("dir: web", "dir: web, tag: a");
    GitFixture cluster =
        cluster("")
            .file(
                "deps/set.yaml",
                set(twice, "{{name}}", "{{dir}}", "{{rev}}")
                    .replace("namespace: x", "namespace: '{{dir}}'"));
    assertThat(refused(answer(cluster, moved("web")))).contains("spec.destination.namespace");
  }

  @Test
  void whatATemplateSaysForAllIsNotChangedForOne() throws Exception {
    GitFixture cluster = cluster("").file("deps/set.yaml", set(LIST, "{{name}}", "{{dir}}", "dev"));
    assertThat(refused(answer(cluster, pinned("web"))))
        .contains("has one targetRevision for all its Applications", "targetRevision: v1");
  }

  private static GitFixture chart(String values, String loop, String path) {
    String template = application("NAME", CLUSTER, "web", "").replace("path: web", "path: " + path);
    return cluster("")
        .file("deps/Chart.yaml", "apiVersion: v2\nname: deps\nversion: 0.1.0\n")
        .file("deps/values.yaml", values)
        .file("deps/templates/apps.yaml", loop.replace("BODY", template));
  }

  @Test
  void aValueThatDrivesOneDeclarationIsChangedInTheValues() throws Exception {
    GitFixture cluster =
        chart(
            "web:\n  dir: web # the shop\n",
            "BODY".replace("NAME", "web"),
            "{{ .Values.web.dir | quote }}");
    assertThat(lines(change(cluster, moved("NAME"))))
        .containsExactly("-  dir: web # the shop", "+  dir: other # the shop");
  }

  @Test
  void aValueInAListOfApplicationsIsChangedForTheOneThatIsMeant() throws Exception {
    GitFixture cluster =
        chart(
            "apps:\n  - {name: web, dir: api}\n  - {name: api, dir: api}\n",
            "{{- range .Values.apps }}\n---\nBODY{{- end }}\n",
            "{{ .dir }}");
    cluster =
        cluster.file(
            "deps/templates/apps.yaml",
            "{{- range .Values.apps }}\n---\n"
                + application("{{ .name }}", CLUSTER, "{{ .dir }}", "")
                + "{{- end }}\n");
    assertThat(lines(change(cluster, moved("web"))))
        .containsExactly("-  - {name: web, dir: api}", "+  - {name: web, dir: other}");
  }

  @Test
  void aValueThatDrivesSeveralDeclarationsIsLeftAlone() throws Exception {
    GitFixture cluster =
        chart("dir: web\n", "BODY", "{{ .Values.dir }}")
            .file(
                "deps/templates/more.yaml", application("more", CLUSTER, "{{ .Values.dir }}", ""));
    assertThat(refused(answer(cluster, moved("NAME")))).contains("more would change as well");
  }

  private static final String FOLDERS =
      """
            - git:
                repoURL: %s
                revision: dev
                directories:
                  - path: addons/* # everything
                  - path: addons/old
                    exclude: true
      """
          .formatted(CLUSTER);

  private static GitFixture folders(String generator) {
    return cluster("")
        .file("deps/set.yaml", set(generator, "{{path.basename}}", "{{path}}", "dev"))
        .file("addons/web/c.yaml", CONFIG)
        .file("addons/api/c.yaml", CONFIG)
        .file("addons/old/c.yaml", CONFIG);
  }

  @Test
  void aDirectoryThatAPatternFindsIsLeftOutByName() throws Exception {
    PlannedEdit edit = planned(answer(folders(FOLDERS), new Removal("web", DEV)));
    FileChange change = edit.plan().branches().getFirst().files().getFirst();
    assertThat(lines(change))
        .containsExactly("+            - path: addons/web", "+              exclude: true");
    assertThat(edit.previews().getFirst().ids(Change.REMOVED))
        .extracting(NodeId::name)
        .contains("web");
    assertThat(edit.plan().notes()).anyMatch(n -> n.contains("addons/web stays"));
  }

  @Test
  void aDirectoryThatIsNamedBesideOthersIsNamedNoMore() throws Exception {
    String named =
        FOLDERS.replace("addons/* # everything", "addons/web\n            - path: addons/api");
    PlannedEdit edit = planned(answer(folders(named), new Removal("web", DEV)));
    assertThat(lines(edit.plan().branches().getFirst().files().getFirst()))
        .containsExactly("-            - path: addons/web");
  }
}
