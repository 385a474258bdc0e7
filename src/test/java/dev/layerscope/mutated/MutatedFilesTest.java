package dev.layerscope.mutated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.render.Context;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.generator.template.GoTemplate;
import dev.layerscope.render.generator.template.TemplateException;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real files changed at random: whoever reads them has an answer, in time, and it is not an
 * exception of ours. {@code -Dlayerscope.mutated=N} makes N of each, from a seed that is printed
 * and that {@code -Dlayerscope.mutated.seed=S} takes; {@code -Dlayerscope.mutated.seeds=FOLDER}
 * takes the YAML files below a folder instead of the sample's.
 */
class MutatedFilesTest {
  private static final int FEW = 250;
  private static final long LIMIT_SECONDS = 10;

  /** Who reads. */
  enum Reader {
    YAML_OF_ARGO_CD(FEW * 4),
    YAML_OF_KUSTOMIZE(FEW * 4),
    KUSTOMIZATION(FEW),
    DIRECTORY(FEW),
    TEMPLATE(FEW * 4),
    WORKSPACE(FEW);

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
      }
    }
  }

  private static final String URL = "https://git.example.com/mutated.git";
  private static final List<String> TEMPLATES =
      List.of(
          "{{ range $i, $x := .items }}{{ $i }}-{{ $x | upper | quote }}{{ else }}none{{ end }}",
          "{{ if and (eq .a 1) (not .b) }}{{ .c.d | default \"x\" }}{{ end }}",
          "{{- with .m }}{{ toJson . }}{{ end -}}{{ printf \"%05d|%q|%v\" 42 .s .m }}",
          "{{ define \"t\" }}{{ .name | trunc 5 }}{{ end }}{{ template \"t\" . }}",
          "{{ join \",\" (splitList \"/\" .path) | replace \"a\" \"b\" | nindent 2 }}",
          "{{ dict \"a\" 1 \"b\" (list 1 2 3) | toYaml | indent 4 }}{{ regexMatch \"^a+$\" .s }}");

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

  private static List<byte[]> seeds(Reader reader) throws IOException {
    var seeds = new ArrayList<byte[]>();
    switch (reader) {
      case TEMPLATE -> TEMPLATES.forEach(text -> seeds.add(text.getBytes(StandardCharsets.UTF_8)));
      case WORKSPACE -> seeds.add(Files.readAllBytes(Path.of("sample-workspace/workspace.yaml")));
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

  @ParameterizedTest
  @EnumSource(Reader.class)
  void whoever_reads_has_an_answer_in_time(Reader reader) throws Exception {
    int cases = Integer.getInteger("layerscope.mutated", reader.cases);
    long seed =
        Long.getLong("layerscope.mutated.seed", cases == reader.cases ? 42 : System.nanoTime());
    var mutations = new Mutations(seed);
    List<byte[]> seeds = seeds(reader);
    for (int i = 0; i < cases; i++) {
      byte[] input = mutations.of(seeds);
      var answer = new FutureTask<Void>(() -> reader.read(input), null);
      Thread.ofPlatform().daemon().start(answer);
      try {
        answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError(
            "%s, case %d of seed %d, on (base64) %s"
                .formatted(reader, i, seed, Base64.getEncoder().encodeToString(input)),
            e instanceof ExecutionException ? e.getCause() : e);
      }
    }
  }
}
