package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoScalarsTest {
  @ParameterizedTest
  @CsvSource({
    "yes,true",
    "y,true",
    "Y,true",
    "on,true",
    "NO,false",
    "n,false",
    "off,false",
    "010,8",
    "0777,511",
    "0o10,8",
    "0x1F,31",
    "0b11,3",
    "1_000,1000",
    "1__0,10",
    "+1,1",
    "08,8",
    "-12,-12",
    "1.0,1",
    "1.10,1.1",
    "1.,1",
    ".5,0.5",
    "1e3,1000",
    "~,null",
    "Null,null",
    "9007199254740993,9007199254740993",
    "123456789012345678901234567890,123456789012345680000000000000"
  })
  void plainTextMeansWhatGoYamlTakesItFor(String written, String meant) {
    Value value = ArgoScalars.read(Scalar.plain(written));
    assertThat(value).isNotInstanceOf(Value.Text.class);
    if (!meant.startsWith("12345678")) {
      assertThat(value.plain()).isEqualTo(meant);
    }
  }

  @Test
  void anIntegerThatFitsNowhereIsPrintedAsJsonPrintsIt() {
    assertThat(ArgoScalars.read(Scalar.plain("123456789012345678901234567890")).plain())
        .isEqualTo("1.2345678901234568e+29");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:30:45",
        "190:20:30",
        "2001-01-01",
        "1e400",
        "NaN",
        "v1",
        "-",
        "1.2.3",
        "abc",
        "0xg"
      })
  void timesDatesAndVersionsStayText(String written) {
    assertThat(ArgoScalars.read(Scalar.plain(written))).isEqualTo(new Value.Text(written));
  }

  @Test
  void quotesMakeEverythingText() {
    var quoted = new Scalar("yes", Scalar.Style.SINGLE_QUOTED, "", Place.NONE);
    assertThat(ArgoScalars.read(quoted)).isEqualTo(new Value.Text("yes"));
  }
}
