package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a \"quoted\" word",
        "back\\slash\\n",
        "two\nlines\r\n\t.",
        "\u0001 ü 🎈"
      })
  void aTextComesBackAsItWas(String text) {
    assertThat(JsonText.unquoted(JsonText.of(Scalar.of(text)))).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "{\"a\":\"b\"}", "[\"a\"]", "\"", ""})
  void whatIsNoTextIsNone(String json) {
    assertThat(JsonText.unquoted(json)).isEmpty();
  }
}
