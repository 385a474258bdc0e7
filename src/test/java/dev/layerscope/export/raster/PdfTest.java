package dev.layerscope.export.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.TreeDocument;
import dev.layerscope.export.picture.TreeDrawing;
import dev.layerscope.operation.Selection;
import dev.layerscope.ui.workspace.Sample;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PdfTest {
  private static final Pattern STREAM =
      Pattern.compile("/Length (\\d+) /Filter /FlateDecode (?:/Subtype /OpenType)? *>>\nstream\n");
  private static final Pattern LETTER = Pattern.compile("<(\\w{4})> <(\\w{4})>");
  private static final Pattern WORDS = Pattern.compile("/(F\\d) \\S+ Tf[^<]*<(\\w+)> Tj");
  private static final Pattern FACE = Pattern.compile("/(F\\d) (\\d+) 0 R");
  private static final Pattern PLACE = Pattern.compile("\n(\\d{10}) 00000 n ");

  private final byte[] pdf =
      Pdf.print(
          TreeDrawing.whole(
              new TreeDocument(
                  "sample (ü)",
                  Optional.of("dev"),
                  List.of(),
                  Sample.at(Selection.environment("dev"))),
              "2026-01-05"),
          "sample (ü)");
  private final String text = new String(pdf, StandardCharsets.ISO_8859_1);

  @Test
  void wordsCanBeReadBack() throws Exception {
    List<String> streams = streams();
    Map<String, Map<String, Character>> letters = letters(streams);

    var words = new ArrayList<String>();
    Matcher shown = WORDS.matcher(streams.getFirst());
    while (shown.find()) {
      var word = new StringBuilder();
      String glyphs = shown.group(2);
      for (int i = 0; i < glyphs.length(); i += 4) {
        word.append(letters.get(shown.group(1)).get(glyphs.substring(i, i + 4)));
      }
      words.add(word.toString());
    }

    assertThat(words).contains("sample (ü)", "my-cluster-deps", "baseline-res", "Legend");
    assertThat(words).anyMatch(word -> word.startsWith("environment dev"));
  }

  @Test
  void everyObjectLiesWhereTheTableSays() {
    Matcher place = PLACE.matcher(text);
    int number = 0;
    while (place.find()) {
      number++;
      assertThat(text.substring(Integer.parseInt(place.group(1)))).startsWith(number + " 0 obj\n");
    }
    assertThat(number).isGreaterThan(15);
    assertThat(text).contains("\n0 " + (number + 1) + "\n").endsWith("%%EOF\n");
  }

  private Map<String, Map<String, Character>> letters(List<String> streams) {
    List<String> tables = streams.stream().filter(s -> s.contains("begincmap")).toList();
    var faces = new ArrayList<String>();
    Matcher face = FACE.matcher(text.substring(text.indexOf("/Resources")));
    while (face.find()) {
      faces.add(face.group(1));
    }
    var letters = new HashMap<String, Map<String, Character>>();
    for (int i = 0; i < faces.size(); i++) {
      var table = new HashMap<String, Character>();
      Matcher letter = LETTER.matcher(tables.get(i).substring(tables.get(i).indexOf("endcode")));
      while (letter.find()) {
        table.put(letter.group(1), (char) Integer.parseInt(letter.group(2), 16));
      }
      letters.put(faces.get(i), table);
    }
    return letters;
  }

  private List<String> streams() throws Exception {
    var streams = new ArrayList<String>();
    Matcher begin = STREAM.matcher(text);
    for (int at = 0; begin.find(at); at = begin.end() + Integer.parseInt(begin.group(1))) {
      var packed = new ByteArrayInputStream(pdf, begin.end(), Integer.parseInt(begin.group(1)));
      try (var in = new InflaterInputStream(packed)) {
        streams.add(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return streams;
  }
}
