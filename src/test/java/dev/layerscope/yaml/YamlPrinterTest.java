package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPrinterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "", " lead", "trail ", "yes", "n", "010", "1.10", "2001-01-01", "~", "null",
            "a: b", "a #b", "#a", "- a",
        "-", "--- a", "*a", "&a", "!a", "'a'", "\"a\"", "it's", "{a}", "[a]", "a\nb", "a\nb\n",
            "a\n\n", "\na", "tab\ta",
        "a:", "?", "? a", "%a", "@a", "`a`", "=", "<<", "\u0007", "ü", "😀", "a\r\nb", "  x\ny",
            "a,b", "a\n \nb"
      })
  void whateverIsPrintedReadsBackEqual(String text) {
    Map<String, Node> values = new LinkedHashMap<>();
    values.put("key", Scalar.of(text));
    values.put(
        "list",
        Sequence.of(List.of(Scalar.of(text), Mapping.of(Map.of("inner", Scalar.of(text))))));
    Mapping mapping = Mapping.of(values);
    String printed = YamlPrinter.print(mapping);
    for (Reading reading : Reading.values()) {
      var content = (Document.Content) YamlReader.read(printed, reading).getFirst();
      assertThat(JsonText.of(content.root())).as(printed).isEqualTo(JsonText.of(mapping));
    }
  }

  @Test
  void listsStandAtTheIndentOfTheirKey() {
    Mapping mapping =
        Mapping.of(
            Map.of("spec", Mapping.of(Map.of("args", Sequence.of(List.of(Scalar.of("a")))))));
    assertThat(YamlPrinter.print(mapping)).isEqualTo("spec:\n  args:\n  - a\n");
  }
}
