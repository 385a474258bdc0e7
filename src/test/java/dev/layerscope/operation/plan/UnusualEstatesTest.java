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

import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.Plan;
import dev.layerscope.edit.intention.Intention;
import dev.layerscope.edit.intention.NewApplication;
import dev.layerscope.edit.intention.NewLayer;
import dev.layerscope.edit.intention.Release;
import dev.layerscope.edit.intention.Removal;
import dev.layerscope.edit.intention.Renaming;
import dev.layerscope.edit.intention.Retargeting;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.operation.Estate;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits where Applications are declared otherwise than as a file each in a plain folder. */
class UnusualEstatesTest {
  private static final List<String> DEV = List.of("dev");
  private static final String WEB = application("web", CLUSTER, "web", "");
  private static final String RES = application("res", CLUSTER, "res", "");
  private static final String CONFIG =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: x}\n";

  @TempDir private Path folder;

  private PlanEdit.Answer answer(GitFixture cluster, Intention wish) throws Exception {
    GitFixture whole =
        cluster.file("web/config.yaml", CONFIG).file("res/config.yaml", CONFIG).commit("Begin");
    return PlanEdit.plan(Estate.open(folder, whole, team()), wish, Progress.SILENT);
  }

  private List<FileChange> changes(GitFixture cluster, Intention wish) throws Exception {
    return planned(answer(cluster, wish)).plan().branches().getFirst().files();
  }

  private static NewApplication second() {
    return new NewApplication(
        "second", "east", new RepoUrl(CLUSTER), "res", Optional.empty(), Optional.of("x"), DEV);
  }

  private static Retargeting elsewhere(String name) {
    return new Retargeting(name, Optional.empty(), Optional.of("res"), DEV);
  }

  private static GitFixture chart(String templates) {
    return cluster("")
        .file("deps/Chart.yaml", "apiVersion: v2\nname: deps\nversion: 0.1.0\n")
        .file("deps/values.yaml", "apps: [web, res]\nrev: dev\n")
        .file("deps/templates/apps.yaml", templates);
  }

  @Test
  void aNewApplicationOfAChartIsOneTemplateMore() throws Exception {
    var files = files(planned(answer(chart(WEB), second())).plan().branches().getFirst());
    assertThat(files).containsExactly("+ deps/templates/second.yaml");
  }

  @Test
  void aValueThatStandsInATemplateAsItIsRenderedIsExchangedThere() throws Exception {
    String template = WEB.replace("targetRevision: dev", "targetRevision: {{ .Values.rev }}");
    var changes = changes(chart(template), elsewhere("web"));
    assertThat(lines(changes.getFirst())).containsExactly("-    path: web", "+    path: res");
  }

  @Test
  void aValueThatATemplateTakesFromItsValuesIsRefusedWithTheLineToPaste() throws Exception {
    String template = WEB.replace("path: web", "path: {{ first .Values.apps }}");
    assertThat(refused(answer(chart(template), elsewhere("web"))))
        .contains("is a template that takes path from its values", "path: res");
  }

  @Test
  void aTemplateFromWhichOthersAreRenderedStays() throws Exception {
    String loop =
        "{{- range .Values.apps }}\n---\n"
            + WEB.replace("name: web", "name: {{ . }}").replace("path: web", "path: {{ . }}")
            + "{{- end }}\n";
    assertThat(refused(answer(chart(loop), new Removal("web", DEV))))
        .contains("from which 2 objects are rendered");
  }

  @Test
  void anImageInATemplateIsReleasedThere() throws Exception {
    String deployment =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{ .Release.Name }}
        spec:
          containers:
            - name: web
              image: registry.example.com/web:1.0.0 # ours
        """;
    GitFixture cluster =
        cluster("")
            .file("deps/web.yaml", WEB.replace("path: web", "path: chart"))
            .file("chart/Chart.yaml", "apiVersion: v2\nname: web\nversion: 0.1.0\n")
            .file("chart/templates/pod.yaml", deployment);
    var wish =
        new Release(
            "web",
            List.of(new Release.Image("registry.example.com/web", "2.0.0")),
            Optional.empty(),
            DEV);
    assertThat(lines(changes(cluster, wish).getFirst()))
        .containsExactly(
            "-      image: registry.example.com/web:1.0.0 # ours",
            "+      image: registry.example.com/web:2.0.0 # ours");
  }

  private static GitFixture component(String patch) {
    return cluster("")
        .file(
            "deps/kustomization.yaml",
            "resources:\n- res.yaml\ncomponents:\n- ../components/web\n" + patch)
        .file("deps/res.yaml", RES)
        .file(
            "components/web/kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources:
            - web.yaml
            """)
        .file("components/web/web.yaml", WEB);
  }

  @Test
  void whatAComponentBringsIsTakenOutOfTheComponent() throws Exception {
    var plan = planned(answer(component(""), new Removal("web", DEV))).plan();
    assertThat(files(plan.branches().getFirst()))
        .containsExactly("~ components/web/kustomization.yaml", "- components/web/web.yaml");
  }

  @Test
  void whatAComponentBringsIsRenamedInTheComponent() throws Exception {
    var changes = changes(component(""), new Renaming("web", "webby", DEV));
    assertThat(lines(changes.getFirst())).containsExactly("-- web.yaml", "+- webby.yaml");
  }

  @Test
  void aValueThatAPatchSetsIsChangedInThePatch() throws Exception {
    String patch =
        """
        patches:
        - target: {kind: Application, name: web}
          patch: |-
            # where it lives
            - op: replace
              path: /spec/source/path
              value: web
        """;
    Plan plan = planned(answer(component(patch), elsewhere("web"))).plan();
    assertThat(plan.origins())
        .containsExactly(new Plan.Origin("spec.source.path", "a patch in deps/kustomization.yaml"));
    assertThat(lines(plan.branches().getFirst().files().getFirst()))
        .containsExactly("-      value: web", "+      value: res");
  }

  @Test
  void aValueThatAPatchOfItsOwnFileSetsIsChangedThere() throws Exception {
    String patch = "patches:\n- path: patch.yaml\n";
    GitFixture cluster =
        component(patch)
            .file(
                "deps/patch.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: web, namespace: argocd}
                spec: {source: {path: web}}
                """);
    assertThat(lines(changes(cluster, elsewhere("web")).getFirst()))
        .containsExactly("-spec: {source: {path: web}}", "+spec: {source: {path: res}}");
  }

  @Test
  void whatAPatchMakesOfAnApplicationKeepsItFromBeingMovedAway() throws Exception {
    String patch =
        """
        patches:
        - target: {kind: Application, name: web}
          patch: |-
            - {op: replace, path: /spec/source/path, value: res}
        """;
    var between =
        new NewLayer(
            "mid", Optional.empty(), new NewLayer.Place.Between("east", "web"), List.of("dev"));
    assertThat(refused(answer(component(patch), between)))
        .contains("web would no longer be what it is")
        .contains("a patch, a template or a generator decides");
  }

  @Test
  void aPatchThatNoLongerFindsItsApplicationKeepsANewNameFromBeingPlanned() throws Exception {
    String patch =
        """
        patches:
        - target: {kind: Application, name: web}
          patch: |-
            - {op: replace, path: /spec/source/path, value: res}
        """;
    assertThat(refused(answer(component(patch), new Renaming("web", "webby", DEV))))
        .contains("webby would not be what web is, by another name");
  }

  @Test
  void oneOfSeveralDocumentsIsCutOut() throws Exception {
    String text = "# all of them\n---\n" + WEB + "---\n# the second\n" + RES;
    var changes = changes(cluster("").file("deps/all.yaml", text), new Removal("web", DEV));
    assertThat(changes.getFirst().after()).contains("# all of them\n---\n# the second\n" + RES);
  }

  @Test
  void theFirstOfSeveralDocumentsIsCutOutWithTheSeparatorBehindIt() throws Exception {
    var changes =
        changes(cluster("").file("deps/all.yaml", WEB + "---\n" + RES), new Removal("web", DEV));
    assertThat(changes.getFirst().after()).contains(RES);
  }

  @Test
  void aCommentInFrontOfTheOnlyDocumentIsNoneItself() throws Exception {
    var cluster =
        cluster("").file("deps/web.yaml", "# ours\n---\n" + WEB).file("deps/res.yaml", RES);
    var plan = planned(answer(cluster, new Removal("web", DEV))).plan();
    assertThat(files(plan.branches().getFirst())).containsExactly("- deps/web.yaml");
  }

  @Test
  void aFolderThatWouldBeEmptyIsKept() throws Exception {
    var cluster =
        cluster("")
            .file("deps/apps.yaml", application("apps", CLUSTER, "apps", ""))
            .file("apps/web.yaml", WEB);
    var plan = planned(answer(cluster, new Removal("web", DEV))).plan();
    assertThat(files(plan.branches().getFirst()))
        .containsExactly("- apps/web.yaml", "+ apps/.gitkeep");
  }

  @Test
  void bracesThatAreNoJsonStayWithoutQuotes() throws Exception {
    String flow =
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: web, namespace:"
            + " argocd}, spec: {project: default, source: {repoURL: \""
            + CLUSTER
            + "\", path: web, targetRevision: dev}, destination: {server:"
            + " \"https://kubernetes.default.svc\"}}} # one line\n";
    var changes = changes(cluster("").file("deps/web.yaml", flow), elsewhere("web"));
    assertThat(changes.getFirst().after()).contains(flow.replace("path: web,", "path: res,"));
  }

  @Test
  void newFilesEndTheirLinesAsTheirNeighboursDo() throws Exception {
    var cluster = cluster("").file("deps/web.yaml", WEB.replace("\n", "\r\n"));
    assertThat(changes(cluster, second()).getFirst().after().orElseThrow())
        .contains("kind: Application\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void aNewApplicationTakesTheProjectThatMostHave() throws Exception {
    String blue =
        application("blue", CLUSTER, "res", "").replace("project: default", "project: blue");
    var cluster =
        cluster("")
            .file("deps/blue.yaml", blue)
            .file("deps/res.yaml", RES)
            .file("deps/web.yaml", WEB);
    assertThat(changes(cluster, second()).getFirst().after().orElseThrow())
        .contains("project: default");
  }

  @Test
  void filesThatAPatternKeepsOutAreGivenToPaste() throws Exception {
    assertThat(
            refused(
                answer(
                    cluster("    directory: {include: 'only.yaml'}\n").file("deps/only.yaml", WEB),
                    second())))
        .contains("would not be picked up", "Only “only.yaml” is read there", "name: second");
  }

  private static String toSpoke(String application) {
    return application.replace("https://kubernetes.default.svc", "https://spoke-1:6443");
  }

  @Test
  void aHubThatDeclaresForOtherClustersTooBindsATeamInItsOwn() throws Exception {
    var cluster = cluster("").file("deps/far.yaml", toSpoke(WEB)).file("deps/res.yaml", RES);
    var files = changes(cluster, Estate.binding());
    assertThat(files.getLast().after().orElseThrow())
        .contains("server: https://kubernetes.default.svc\n    namespace: new-team");
  }

  @Test
  void theFirstProjectInGitIsNoErrorOfApplicationsThatNameAnother() throws Exception {
    String other =
        application("web", CLUSTER, "web", "").replace("project: default", "project: elsewhere");
    var edit = planned(answer(cluster("").file("deps/web.yaml", other), Estate.binding()));
    assertThat(edit.newErrors()).isEmpty();
    assertThat(edit.plan().warnings()).anyMatch(w -> w.contains("reported as missing: elsewhere"));
  }

  @Test
  void whatAnApplicationSetGeneratesIsRefusedWithThePlaceOfTheSet() throws Exception {
    String set =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata:
          name: set
          namespace: argocd
        spec:
          generators:
            - list:
                elementsYaml: '[{"name": "web"}]'
          template:
            metadata:
              name: web
            spec:
              project: default
              source: {repoURL: "%s", path: web, targetRevision: dev}
              destination: {server: "https://kubernetes.default.svc"}
        """
            .formatted(CLUSTER);
    assertThat(refused(answer(cluster("").file("deps/set.yaml", set), new Removal("web", DEV))))
        .contains("generated by the ApplicationSet set in deps/set.yaml");
  }
}
