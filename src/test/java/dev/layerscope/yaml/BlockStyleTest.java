package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockStyleTest {
  private static Node read(String text) {
    return ((Document.Content) YamlReader.read(text, Reading.ARGO).getFirst()).root();
  }

  @Test
  void indentsAreThoseOfTheNeighbours() {
    BlockStyle style =
        BlockStyle.learn(List.of(read("a: 1\nmetadata:\n    name: x\n    list:\n    - y\n")));
    assertThat(style).isEqualTo(new BlockStyle(4, 0));
  }

  @Test
  void withoutNeighboursListsAreIndentedByTwo() {
    Map<String, Node> map = new LinkedHashMap<>();
    map.put("list", Sequence.of(List.of(Scalar.of("a"), Mapping.of(Map.of("b", Scalar.of("c"))))));
    assertThat(BlockStyle.learn(List.of()).print(Mapping.of(map)))
        .isEqualTo("list:\n  - a\n  - b: c\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "1e3",
        "0x1",
        "null",
        "~",
        "- a",
        "a: b",
        "a #b",
        "'",
        "\"",
        "{{ x }}",
        "*a",
        "!t",
        "",
        " a",
        "CN=Ops,OU=x",
        "012"
      })
  void whatIsWrittenReadsBackAsTheTextItWas(String odd) {
    Mapping document =
        Mapping.of(Map.of("key", Sequence.of(List.of(Mapping.of(Map.of("name", Scalar.of(odd)))))));
    assertThat(JsonText.of(read(BlockStyle.USUAL.print(document))))
        .isEqualTo(JsonText.of(document));
  }
}
