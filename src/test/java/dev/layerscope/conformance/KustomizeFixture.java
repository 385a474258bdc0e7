package dev.layerscope.conformance;

import dev.layerscope.git.TreeFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the Go tests of the Kustomize cases did beyond writing the files of the fixture. */
final class KustomizeFixture {
  /**
   * Its root kustomization says {@code ../ov1}, which above the root of a Go file system is the
   * root again.
   */
  private static final String ABOVE_THE_ROOT = "kust-name-reference-deployment-issue3489";

  private KustomizeFixture() {}

  static TreeFixture of(Case one) {
    TreeFixture fixture = one.fixture();
    if (one.id().equals(ABOVE_THE_ROOT)) {
      fixture.file("top/kustomization.yaml", one.text("fixture/kustomization.yaml"));
    }
    Path kustomizations = one.directory().resolve("fixture");
    if (!Files.isDirectory(kustomizations)) {
      return fixture;
    }
    try (Stream<Path> files = Files.walk(kustomizations)) {
      for (Path file : files.filter(f -> f.endsWith("kustomization.yaml")).toList()) {
        Path defaults = file.resolveSibling("config").resolve("defaults.yaml");
        if (Files.readString(file).contains("config/defaults.yaml") && !Files.exists(defaults)) {
          fixture.file(kustomizations.relativize(defaults).toString(), defaults());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fixture;
  }

  static String root(Case one, String written) {
    return one.id().equals(ABOVE_THE_ROOT) ? "top" : written;
  }

  /** The tool's own defaults as a configuration file. */
  private static String defaults() throws IOException {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    Map<String, StringBuilder> references = new LinkedHashMap<>();
    try (InputStream in =
        KustomizeFixture.class.getResourceAsStream("/dev/layerscope/render/kustomize/fields.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] words = line.split(" ");
        if (line.startsWith("#")) {
          continue;
        }
        if (words[0].equals("nameReference")) {
          references
              .computeIfAbsent(words[1], ignored -> new StringBuilder())
              .append("  - ")
              .append(entry(words[2], "    ", words[3], false));
        } else {
          sections
              .computeIfAbsent(words[0], ignored -> new StringBuilder())
              .append("- ")
              .append(entry(words[1], "  ", words[2], words.length > 3));
        }
      }
    }
    var yaml = new StringBuilder();
    sections.forEach((name, entries) -> yaml.append(name).append(":\n").append(entries));
    yaml.append("nameReference:\n");
    references.forEach((gvk, entries) ->
        yaml.append("- ").append(gvk(gvk, "  ")).append("fieldSpecs:\n").append(entries));
    return yaml.toString();
  }

  private static String entry(String gvk, String indent, String path, boolean create) {
    return gvk(gvk, indent) + "path: " + path + "\n" + (create ? indent + "create: true\n" : "");
  }

  private static String gvk(String gvk, String indent) {
    String[] parts = gvk.split(",", -1);
    String[] names = {"group", "version", "kind"};
    var text = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      if (!parts[i].isEmpty()) {
        text.append(names[i]).append(": ").append(parts[i]).append('\n').append(indent);
      }
    }
    return text.toString();
  }
}
