package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static List<Document> read(String text) {
    return YamlReader.read(text, Reading.ARGO);
  }

  private static String json(String text) {
    return read(text).getFirst() instanceof Document.Content content
        ? JsonText.of(content.root())
        : "not content";
  }

  @Test
  void everyValueKnowsItsLineInTheFileAndNotInTheDocument() {
    var second = (Document.Content) read("a: 1\n---\n# comment\nb:\n  c: 2\n").get(1);
    assertThat(second.line()).isEqualTo(4);
    assertThat(second.root().at("b", "c").orElseThrow().place().line()).isEqualTo(5);
  }

  @Test
  void linesThatBeginWithThreeDashesSplitEvenInsideBrackets() {
    assertThat(read("a: [\n---\n]\n").getFirst()).isInstanceOf(Document.Broken.class);
    assertThat(read("a: 1\n---   # next\nb: 2\n")).hasSize(2);
    assertThat(read("a: 1\n--- b: 2\n").get(1))
        .isEqualTo(new Document.Broken(2, "invalid Yaml document separator: b: 2"));
  }

  @Test
  void documentsOfCommentsAndNullsAreEmpty() {
    assertThat(read("# nothing\n---\nnull\n---\n"))
        .allSatisfy(d -> assertThat(d).isInstanceOf(Document.Empty.class));
  }

  @Test
  void theLastOfEqualKeysCountsAndIsNoticed() {
    var content = (Document.Content) read("a: 1\nb: 2\na: 3\n").getFirst();
    assertThat(JsonText.of(content.root())).isEqualTo("{\"a\":3,\"b\":2}");
    assertThat(content.notices()).containsExactly(new Document.Notice.DuplicateKey("a", 1, 3));
  }

  @Test
  void kustomizeRefusesEqualKeys() {
    assertThat(YamlReader.read("a: 1\na: 2\n", Reading.KYAML).getFirst())
        .isInstanceOf(Document.Broken.class);
  }

  @Test
  void aKeyBeforeAMergeLosesAndOneAfterItWins() {
    assertThat(json("x: &x {b: 1}\nbefore: {b: 9, <<: *x}\nafter: {<<: *x, b: 9}\n"))
        .isEqualTo("{\"after\":{\"b\":9},\"before\":{\"b\":1},\"x\":{\"b\":1}}");
  }

  @Test
  void keysThatLookLikeBooleansAndNumbersBecomeTheirText() {
    assertThat(json("on: 1\n1: a\n1.50: b\n")).isEqualTo("{\"1\":\"a\",\"1.5\":\"b\",\"true\":1}");
  }

  @Test
  void aBillionLaughsIsRefusedAtOnce() {
    var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      String one = "*a" + (i - 1);
      bomb.append("a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [")
          .append(String.join(",", List.of(one, one, one, one, one, one, one, one, one)))
          .append("]\n");
    }
    assertThat(read(bomb.toString()).getFirst())
        .isInstanceOfSatisfying(
            Document.Broken.class, b -> assertThat(b.message()).contains("excessive aliasing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \"\\u", "a: \"\\x", "a: \"\\U", "a: \"\\u12", "{\"\\u"})
  void anEscapeThatTheTextEndsInIsABrokenDocument(String text) {
    assertThat(read(text)).singleElement().isInstanceOf(Document.Broken.class);
  }

  @Test
  void endlessBracketsAreRefusedAndNotFollowed() {
    assertThat(read("a: " + "[".repeat(100_000)).getFirst()).isInstanceOf(Document.Broken.class);
  }

  @Test
  void anAliasInsideItselfIsRefused() {
    assertThat(read("a: &a [*a]\n").getFirst()).isInstanceOf(Document.Broken.class);
  }

  @Test
  void jsonValuesOneAfterAnotherAreDocuments() {
    assertThat(read("{\"a\": 1}\n{\"b\": \"}\"}")).hasSize(2);
  }

  @Test
  void byteOrderMarksSayHowToRead() {
    byte[] utf16 = "\uFEFFa: ü\n".getBytes(StandardCharsets.UTF_16LE);
    var content = (Document.Content) YamlReader.read(utf16, Reading.ARGO).getFirst();
    assertThat(content.root().textAt("a")).contains("ü");
  }

  @Test
  void whatJsonCannotHoldIsAnError() {
    assertThat(read("a: .inf\n").getFirst()).isInstanceOf(Document.Broken.class);
  }
}
