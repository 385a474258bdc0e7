package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is read without the library is what the library reads, to the last column. {@code
 * -Dlayerscope.plain=400000} tries more texts, {@code -Dlayerscope.plain.files=FOLDER} the files of
 * a folder.
 */
class PlainYamlTest {
  private static final int CASES = Integer.getInteger("layerscope.plain", 6_000);
  private static final String FILES =
      System.getProperty("layerscope.plain.files", "sample-workspace");
  private static final String PIECES = " \n:-#|'\"{}[],ab0~.<&*!?%\t\\éyn";

  /** Everything a node is, places included. */
  private static String all(Node node) {
    return switch (node) {
      case Scalar s -> scalar(s);
      case Sequence s ->
          "[" + s.flow() + s.place() + s.items().stream().map(PlainYamlTest::all).toList() + "]";
      case Mapping m ->
          "{"
              + m.flow()
              + m.place()
              + m.entries().stream().map(e -> scalar(e.key()) + "=" + all(e.value())).toList()
              + "}";
    };
  }

  private static String scalar(Scalar s) {
    return "<" + s.text() + "|" + s.style() + "|" + s.tag() + "|" + s.place() + ">";
  }

  /** Whether the text was read without the library. */
  static boolean sameAsTheLibrary(String text) {
    boolean plainly = false;
    for (DocumentSplitter.Chunk chunk : DocumentSplitter.split(text)) {
      for (Reading reading : Reading.values()) {
        Optional<Node> plain = PlainYaml.read(chunk.text(), chunk.line() - 1, reading);
        if (plain.isPresent()) {
          plainly = true;
          Document library = YamlReader.composed(chunk, reading);
          assertThat(library).as("%s of%n%s", reading, text).isInstanceOf(Document.Content.class);
          var content = (Document.Content) library;
          assertThat(content.notices()).isEmpty();
          assertThat(content.line()).isEqualTo(plain.get().place().line());
          assertThat(all(plain.get()))
              .as("%s of%n%s", reading, text)
              .isEqualTo(all(content.root()));
        }
      }
    }
    return plainly;
  }

  @Test
  void everyFileOfTheSampleIsReadAsTheLibraryReadsItAndMostWithoutIt() throws IOException {
    try (Stream<Path> some = Files.walk(Path.of(FILES));
        Stream<Path> others = Files.walk(Path.of("src/test/resources"))) {
      List<Path> files =
          Stream.concat(some, others).filter(f -> f.toString().matches(".*\\.ya?ml")).toList();
      int plainly = 0;
      for (Path file : files) {
        plainly += sameAsTheLibrary(TextEncoding.decode(Files.readAllBytes(file))) ? 1 : 0;
      }
      assertThat(plainly).as("of %d files", files.size()).isGreaterThan(files.size() * 2 / 3);
    }
  }

  @Test
  void whateverIsWrittenIsReadAsTheLibraryReadsIt() {
    int plainly = 0;
    for (int seed = 0; seed < CASES; seed++) {
      plainly += sameAsTheLibrary(new PlainText(new Random(seed)).write()) ? 1 : 0;
    }
    assertThat(plainly).isGreaterThan(CASES / 2);
  }

  @Test
  void whateverIsSpoiltIsReadAsTheLibraryReadsIt() {
    int plainly = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var random = new Random(seed);
      plainly += sameAsTheLibrary(spoilt(new PlainText(random).write(), random)) ? 1 : 0;
    }
    assertThat(plainly).isGreaterThan(CASES / 20);
  }

  private static String spoilt(String text, Random random) {
    var out = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && !out.isEmpty(); i--) {
      int at = random.nextInt(out.length());
      String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
      switch (random.nextInt(4)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.setCharAt(at, piece.charAt(0));
        case 2 -> out.insert(at, "\n" + " ".repeat(random.nextInt(5)) + piece);
        default -> out.insert(at, piece);
      }
    }
    return out.toString();
  }
}
