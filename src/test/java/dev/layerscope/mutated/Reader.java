package dev.layerscope.mutated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Certainty;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.MutatedTree;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.render.Context;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.generator.ApplicationSetRenderer;
import dev.layerscope.render.generator.Ground;
import dev.layerscope.render.generator.template.GoTemplate;
import dev.layerscope.render.generator.template.TemplateException;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.MutatedSplice;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who reads what others wrote, and what is real for each of them. */
enum Reader {
  YAML_OF_ARGO_CD(1000),
  YAML_OF_KUSTOMIZE(1000),
  KUSTOMIZATION(250),
  DIRECTORY(250),
  TEMPLATE(1000),
  WORKSPACE(250),
  SPLICE(500),
  APPLICATION_SET(250),
  TREE(1000);

  private static final String URL = "https://git.example.com/mutated.git";

  private final int cases;

  Reader(int cases) {
    this.cases = cases;
  }

  void read(byte[] input) {
    switch (this) {
      case YAML_OF_ARGO_CD -> yaml(input, Reading.ARGO);
      case YAML_OF_KUSTOMIZE -> yaml(input, Reading.KYAML);
      case KUSTOMIZATION -> kustomization(input);
      case DIRECTORY -> render(new TreeFixture(URL).file("app/a.yaml", input));
      case TEMPLATE -> template(new String(input, StandardCharsets.UTF_8));
      case WORKSPACE -> workspace(new String(input, StandardCharsets.UTF_8));
      case SPLICE -> MutatedSplice.check(input);
      case APPLICATION_SET -> applicationSets(input);
      case TREE -> MutatedTree.check(input);
    }
  }

  /** How many inputs a build makes. */
  int cases() {
    return cases;
  }

  private static final List<String> TEMPLATES =
      List.of(
          "{{ range $i, $x := .items }}{{ $i }}-{{ $x | upper | quote }}{{ else }}none{{ end }}",
          "{{ if and (eq .a 1) (not .b) }}{{ .c.d | default \"x\" }}{{ end }}",
          "{{- with .m }}{{ toJson . }}{{ end -}}{{ printf \"%05d|%q|%v\" 42 .s .m }}",
          "{{ define \"t\" }}{{ .name | trunc 5 }}{{ end }}{{ template \"t\" . }}",
          "{{ join \",\" (splitList \"/\" .path) | replace \"a\" \"b\" | nindent 2 }}",
          "{{ dict \"a\" 1 \"b\" (list 1 2 3) | toYaml | indent 4 }}{{ regexMatch \"^a+$\" .s }}");

  private static final List<String> SETS =
      List.of(
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: s, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: [missingkey=error]
            generators:
            - matrix:
                generators:
                - list: {elements: [{a: x, n: 1}, {a: y, n: 2}], elementsYaml: "- b: z"}
                - git: {repoURL: "https://git.example.com/mutated.git", revision: HEAD,
                    directories: [{path: app/*}, {path: app/b, exclude: true}]}
            template:
              metadata: {name: '{{.a}}-{{.path.basename}}'}
              spec: {project: default, source: {repoURL: u, path: '{{.path.path}}'}}
            templatePatch: |
              {{ if eq .a "x" }}metadata: {labels: {x: y}}{{ end }}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: s, namespace: argocd}
          spec:
            generators:
            - merge:
                mergeKeys: [server]
                generators:
                - clusters: {selector: {matchLabels: {env: dev}}, values: {v: '{{name}}'}}
                - git: {repoURL: "https://git.example.com/mutated.git", revision: HEAD,
                    files: [{path: "**/*.yaml"}]}
                - list: {elements: [{server: a, name: b}]}
              selector: {matchExpressions: [{key: name, operator: In, values: [b]}]}
            template:
              metadata: {name: '{{name}}'}
              spec: {project: default, source: {repoURL: u, path: '{{server}}'}}
          """);

  private static void applicationSets(byte[] input) {
    Snapshot snapshot =
        new TreeFixture(URL)
            .file("app/a/x.yaml", "a: 1\n")
            .file("app/b/y.yaml", "b: 2\n")
            .snapshot();
    var ground =
        new Ground() {
          @Override
          public Settings settings() {
            return Settings.DEFAULT;
          }

          @Override
          public Ground.Tree tree(RepoUrl repository, Optional<String> revision) {
            return new Ground.Tree(snapshot, Certainty.EXACT);
          }

          @Override
          public List<Mapping> samples() {
            return List.of();
          }
        };
    for (Document document : YamlReader.read(input, Reading.ARGO)) {
      if (document instanceof Document.Content content
          && content.root() instanceof Mapping mapping) {
        Manifest.of(mapping, new Origin("", "", ""))
            .ifPresent(manifest ->
                ApplicationSetRenderer.render(ApplicationSet.of(manifest), "argocd", ground));
      }
    }
  }

  private static void yaml(byte[] input, Reading reading) {
    for (Document document : YamlReader.read(input, reading)) {
      if (document instanceof Document.Content content) {
        YamlReader.read(YamlPrinter.print(content.root()), reading);
      }
    }
  }

  private static void kustomization(byte[] input) {
    String config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: y}\n";
    render(
        new TreeFixture(URL)
            .file("app/kustomization.yaml", input)
            .file("app/a.yaml", config)
            .file("app/deployment.yaml", config)
            .file("app/patch.yaml", input));
    render(
        new TreeFixture(URL)
            .file(
                "app/kustomization.yaml",
                "resources: [a.yaml]\nnamePrefix: p-\nnamespace: x\npatches: [{path: a.yaml}]\n")
            .file("app/a.yaml", input));
  }

  private static void render(TreeFixture tree) {
    Snapshot snapshot = tree.snapshot();
    var source =
        new Source(
            snapshot.url(),
            Optional.of("app"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    Repositories none = GitFixture.repositories();
    new Renderer(Settings.DEFAULT, none)
        .render(source, snapshot, new Context("app", "default", Optional.empty()));
  }

  private static void template(String text) {
    try {
      GoTemplate.parse(text, List.of());
    } catch (TemplateException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static void workspace(String text) {
    try {
      WorkspaceFile.of(Path.of("workspace.yaml"), text);
    } catch (WorkspaceException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /** What is changed: real files. */
  List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<byte[]>();
    switch (this) {
      case TEMPLATE -> TEMPLATES.forEach(text -> seeds.add(text.getBytes(StandardCharsets.UTF_8)));
      case WORKSPACE -> seeds.add(Files.readAllBytes(Path.of("sample-workspace/workspace.yaml")));
      case TREE -> seeds.addAll(MutatedTree.seeds());
      case APPLICATION_SET ->
          SETS.forEach(text -> seeds.add(text.getBytes(StandardCharsets.UTF_8)));
      default -> {
        String folder =
            System.getProperty("layerscope.mutated.seeds", "sample-workspace/repositories");
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
          for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
            if (Files.isRegularFile(file) && Files.size(file) < 20_000) {
              seeds.add(Files.readAllBytes(file));
            }
          }
        }
      }
    }
    assertThat(seeds).isNotEmpty();
    return seeds;
  }
}
