package dev.layerscope.render;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Location;
import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.render.helm.chart.ChartSupply;
import dev.layerscope.render.helm.values.References;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A repository with charts, and what an Application called {@code shop} makes of them. */
final class ChartFixture {
  static final String URL = "https://git.example.com/team.git";

  private final TreeFixture repository = new TreeFixture(URL);
  private Settings settings = Settings.DEFAULT;
  private References references = References.NONE;
  private Optional<Path> charts = Optional.empty();

  /** A chart of one template that prints all values, and these values of its own. */
  ChartFixture printing(String path, String values) {
    return chart(path)
        .file(path + "/values.yaml", values)
        .template(path, "all.yaml", configMap("{{ toJson .Values | quote }}"));
  }

  ChartFixture chart(String path) {
    return file(path + "/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.2.3\n");
  }

  ChartFixture template(String path, String name, String text) {
    return file(path + "/templates/" + name, text);
  }

  ChartFixture file(String path, String text) {
    repository.file(path, text);
    return this;
  }

  ChartFixture file(String path, byte[] bytes) {
    repository.file(path, bytes);
    return this;
  }

  ChartFixture link(String path, String target) {
    repository.link(path, target);
    return this;
  }

  /** The commit it is rendered at. */
  String commit() {
    return repository.snapshot().commit();
  }

  ChartFixture with(Settings other) {
    settings = other;
    return this;
  }

  /** Where kustomizations may hold charts. */
  ChartFixture inflating() {
    return with(settings.with(settings.tools().withKustomizeBuildOptions("--enable-helm")));
  }

  /** With a folder of packaged charts. */
  ChartFixture chartsIn(Path folder) {
    charts = Optional.of(folder);
    return this;
  }

  /** A packaged chart: a file's path, its text, and so on. */
  static byte[] packaged(String... files) {
    var tar = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(tar)) {
      for (int i = 0; i < files.length; i += 2) {
        byte[] content = files[i + 1].getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        byte[] name = files[i].getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, header, 0, name.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = '0';
        zip.write(header);
        zip.write(content);
        zip.write(new byte[(512 - content.length % 512) % 512]);
      }
      zip.write(new byte[1024]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tar.toByteArray();
  }

  /** As one of several sources, another of which lends its files. */
  ChartFixture lending(String name, Snapshot snapshot) {
    references = new References(true, Map.of(name, new References.Reference.At(snapshot, "main")));
    return this;
  }

  /** An object whose one value is what a template's action prints. */
  static String configMap(String action) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: printed\ndata:\n  printed: "
        + action
        + "\n";
  }

  Rendered render(String source) {
    Mapping root = mapping(source);
    var declared =
        new Source(
            new RepoUrl(URL),
            root.textAt("path"),
            root.textAt("targetRevision"),
            root.textAt("chart"),
            Optional.empty(),
            root.mapping("kustomize"),
            root.mapping("helm"),
            Optional.empty(),
            Optional.empty(),
            1);
    var context = new Context("argocd2_shop", "default", Optional.of("till")).with(references);
    var renderer =
        new Renderer(
            settings,
            new NoRepositories(),
            new RenderMemory(),
            HelmRenderer.of(new ChartSupply(new NoRepositories(), charts)));
    return declared.chart().isPresent()
        ? renderer.chart(declared, context, place())
        : renderer.render(declared, repository.snapshot(), context);
  }

  private static Location place() {
    return new Location(URL, "c".repeat(40), "root.yaml", 7);
  }

  /** What the template of {@link #configMap} printed. */
  static String printed(Rendered rendered) {
    return rendered.manifests().stream()
        .filter(m -> m.name().equals("printed"))
        .map(m -> m.root().textAt("data", "printed").orElse("not a text"))
        .findFirst()
        .orElseGet(() -> "nothing: " + rendered.findings() + rendered.certainty());
  }

  static List<String> names(Rendered rendered) {
    return rendered.manifests().stream()
        .map((Manifest m) -> m.gvk().kind() + "/" + m.name())
        .toList();
  }

  static String json(String yaml) {
    Node root = mapping(yaml);
    return JsonText.of(root);
  }

  private static Mapping mapping(String yaml) {
    return (Mapping) ((Document.Content) YamlReader.read(yaml, Reading.ARGO).getFirst()).root();
  }
}
