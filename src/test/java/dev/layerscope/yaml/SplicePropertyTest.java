package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Splices made up at random in real files: only the announced stretch differs, what is read again
 * is what was wanted, or there is a reason. With {@code -Dlayerscope.splices=FOLDER} over all YAML
 * below a folder, {@code -Dlayerscope.splices.cases=N} of them; {@code target/splices.txt} counts.
 */
class SplicePropertyTest {
  private static final int LARGEST = 200_000;
  private final Random random = new Random(42);

  /** A made-up change, as a value and as a text. */
  private record Try(Wish wish, Spliced spliced) {}

  @Test
  void bytesOutsideStayAndTheValueIsRightOrThereIsAReason() throws IOException {
    Path folder =
        Path.of(System.getProperty("layerscope.splices", "sample-workspace/repositories"));
    int cases = Integer.getInteger("layerscope.splices.cases", 600);
    List<Path> files = yaml(folder);
    int done = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    int unreadable = 0;
    for (int made = 0; made < cases && unreadable < cases; ) {
      Path file = files.get(random.nextInt(files.size()));
      String text = varied(Files.readString(file, StandardCharsets.ISO_8859_1));
      Optional<Try> tried = makeUp(text);
      if (tried.isEmpty()) {
        unreadable++; // an empty document, or one that is no YAML: there is nothing to wish for
        continue;
      }
      made++;
      switch (tried.get().spliced()) {
        case Spliced.Done(String after, Spliced.Change change) -> {
          done++;
          check(file, text, after, change, tried.get().wish());
        }
        case Spliced.Refused(String reason, String paste) -> {
          assertThat(reason).as("%s: %s", file, tried.get().wish()).isNotBlank();
          reasons.merge(reason.replaceAll(" at .*| in .*", ""), 1, Integer::sum);
        }
      }
    }
    int refused = reasons.values().stream().mapToInt(Integer::intValue).sum();
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target/splices.txt"),
        cases + " tried, " + done + " done, " + refused + " refused: " + reasons + "\n");
    assertThat(done + refused).as("every one is done, or refused with a reason").isEqualTo(cases);
    assertThat(done).as("spliced of %s; refused: %s", cases, reasons).isGreaterThan(cases / 2);
  }

  private static void check(
      Path file, String text, String after, Spliced.Change change, Wish wish) {
    String said = file + ": " + wish + " " + change;
    assertThat(after.substring(0, change.from()))
        .as(said)
        .isEqualTo(text.substring(0, change.from()));
    assertThat(after.substring(change.from() + change.with().length()))
        .as(said)
        .isEqualTo(text.substring(change.to()));
    Node before = root(text, wish.path().document()).orElseThrow();
    Node wanted = wish.on(before).orElseThrow();
    assertThat(SameMeaning.of(wanted, root(after, wish.path().document()).orElseThrow()))
        .as(said)
        .isTrue();
  }

  /** Files as people leave them. */
  private String varied(String text) {
    return switch (random.nextInt(8)) {
      case 0 -> text.replace("\r\n", "\n").replace("\n", "\r\n");
      case 1 -> text.stripTrailing();
      case 2 -> "\uFEFF" + text;
      default -> text;
    };
  }

  private Optional<Try> makeUp(String text) {
    List<Document> documents =
        YamlReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, Reading.ARGO);
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    int document = random.nextInt(documents.size());
    if (!(documents.get(document) instanceof Document.Content content)) {
      return Optional.empty();
    }
    YamlPath path = YamlPath.root(document);
    Node node = content.root();
    for (int depth = random.nextInt(7); depth > 0; depth--) {
      if (node instanceof Mapping m && !m.isEmpty()) {
        Mapping.Entry entry = m.entries().get(random.nextInt(m.entries().size()));
        path = path.down(entry.name());
        node = entry.value();
      } else if (node instanceof Sequence s && !s.items().isEmpty()) {
        int at = random.nextInt(s.items().size());
        path = path.item(at);
        node = s.items().get(at);
      }
    }
    return Optional.of(makeUp(text, path, node));
  }

  private Try makeUp(String text, YamlPath path, Node node) {
    int kind = random.nextInt(4);
    if (kind == 0 && !path.steps().isEmpty()) {
      return new Try(new Wish.Delete(path), Splice.delete(text, path));
    }
    Node value = value(2);
    if (kind == 1 && node instanceof Mapping mapping && !mapping.has("made-up")) {
      return new Try(
          new Wish.Put(path, "made-up", value), Splice.put(text, path.down("made-up"), value));
    }
    if (kind <= 2 && node instanceof Sequence list) {
      int at = random.nextInt(list.items().size() + 1);
      return new Try(new Wish.Insert(path, at, value), Splice.insert(text, path, at, value));
    }
    Node replacement = node instanceof Scalar && random.nextInt(4) > 0 ? scalar() : value;
    return new Try(new Wish.Replace(path, replacement), Splice.replace(text, path, replacement));
  }

  private Node value(int depth) {
    return switch (depth == 0 ? 2 : random.nextInt(4)) {
      case 0 -> {
        var map = new LinkedHashMap<String, Node>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          map.put("key" + i, value(depth - 1));
        }
        yield Mapping.of(map);
      }
      case 1 -> {
        var items = new ArrayList<Node>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          items.add(value(depth - 1));
        }
        yield Sequence.of(items);
      }
      default -> scalar();
    };
  }

  private Scalar scalar() {
    List<String> texts =
        List.of(
            "dev",
            "yes",
            "1.0",
            "a: b",
            "x #y",
            "it's",
            "{{ x }}",
            "",
            "two\nlines",
            "-",
            "*a",
            "[1, 2]",
            "é",
            "https://git.example.com/a.git",
            "0x1",
            "~",
            "a,b",
            "\"q\"",
            " lead");
    return random.nextInt(6) == 0
        ? Scalar.plain(List.of("true", "3", "null", "1.5").get(random.nextInt(4)))
        : Scalar.of(texts.get(random.nextInt(texts.size())));
  }

  private static Optional<Node> root(String text, int document) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Document> all = YamlReader.read(body, Reading.ARGO);
    return document < all.size() && all.get(document) instanceof Document.Content content
        ? Optional.of(content.root())
        : Optional.empty();
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().matches(".*\\.(ya?ml|json)"))
          .filter(f -> !f.toString().contains("/.git/"))
          .filter(f -> Files.isRegularFile(f) && f.toFile().length() < LARGEST)
          .sorted()
          .toList();
    }
  }
}
