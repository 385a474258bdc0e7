package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpliceTest {
  private static final YamlPath LIST = YamlPath.of("resources");

  private static String done(Spliced spliced) {
    assertThat(spliced).isInstanceOf(Spliced.Done.class);
    return ((Spliced.Done) spliced).text();
  }

  private static String refused(Spliced spliced) {
    assertThat(spliced).isInstanceOf(Spliced.Refused.class);
    return ((Spliced.Refused) spliced).reason();
  }

  private static Mapping map(String... keysAndValues) {
    var map = new LinkedHashMap<String, Node>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], Scalar.of(keysAndValues[i + 1]));
    }
    return Mapping.of(map);
  }

  @Test
  void aValueIsReplacedInItsOwnQuotesAndItsCommentStays() {
    String text = "a: 'dev' # why\nb: \"dev\"\nc: dev\n";
    assertThat(done(Splice.replace(text, YamlPath.of("a"), Scalar.of("it's"))))
        .isEqualTo("a: 'it''s' # why\nb: \"dev\"\nc: dev\n");
    assertThat(done(Splice.replace(text, YamlPath.of("b"), Scalar.of("qa"))))
        .isEqualTo("a: 'dev' # why\nb: \"qa\"\nc: dev\n");
    assertThat(done(Splice.replace(text, YamlPath.of("c"), Scalar.of("yes"))))
        .isEqualTo("a: 'dev' # why\nb: \"dev\"\nc: \"yes\"\n");
  }

  @Test
  void aNewItemStandsWhereTheOthersDo() {
    assertThat(done(Splice.append("resources:\n- a\n- b # last\n\nx: 1\n", LIST, Scalar.of("c"))))
        .isEqualTo("resources:\n- a\n- b # last\n- c\n\nx: 1\n");
    assertThat(done(Splice.append("resources: [a, b]\n", LIST, Scalar.of("c"))))
        .isEqualTo("resources: [a, b, c]\n");
    assertThat(done(Splice.insert("resources:\n  - b\n", LIST, 0, Scalar.of("a"))))
        .isEqualTo("resources:\n  - a\n  - b\n");
    assertThat(done(Splice.append("resources: []\n", LIST, Scalar.of("a"))))
        .isEqualTo("resources: [a]\n");
  }

  @Test
  void lineEndsTheByteOrderMarkAndAMissingLastBreakStay() {
    assertThat(done(Splice.append("\uFEFFresources:\r\n- a\r\n- b", LIST, Scalar.of("c"))))
        .isEqualTo("\uFEFFresources:\r\n- a\r\n- b\r\n- c");
    assertThat(done(Splice.delete("resources:\r\n- a\r\n- b", LIST.item(1))))
        .isEqualTo("resources:\r\n- a");
  }

  @Test
  void anEntryIsMadeWithEverythingAboveIt() {
    YamlPath path = YamlPath.of("metadata", "annotations", "a/b");
    assertThat(done(Splice.put("metadata:\n    name: x\nkind: Y\n", path, Scalar.of("true"))))
        .isEqualTo("metadata:\n    name: x\n    annotations:\n        a/b: \"true\"\nkind: Y\n");
    assertThat(done(Splice.put("metadata:\n  annotations:\n  name: x\n", path, Scalar.of("v"))))
        .isEqualTo("metadata:\n  annotations:\n    a/b: v\n  name: x\n");
    assertThat(done(Splice.put("metadata: {name: x}\n", path, Scalar.of("v"))))
        .isEqualTo("metadata: {name: x, annotations: {a/b: v}}\n");
  }

  @Test
  void aMappingInAListIsWrittenAsItsSiblingsAre() {
    String text = "images:\n  - name: a\n    newTag: \"1\"\n# end\n";
    assertThat(done(Splice.append(text, YamlPath.of("images"), map("name", "b", "newTag", "2"))))
        .isEqualTo(
            "images:\n  - name: a\n    newTag: \"1\"\n  - name: b\n    newTag: \"2\"\n# end\n");
  }

  @Test
  void whatGoesTakesItsLinesAndNothingElse() {
    String text = "a: 1\nb: # why\n  - x: 1\n    y: 2\n  # kept\n  - z\nc: |\n  text\n\nd: 4\n";
    assertThat(done(Splice.delete(text, YamlPath.of("c"))))
        .isEqualTo("a: 1\nb: # why\n  - x: 1\n    y: 2\n  # kept\n  - z\n\nd: 4\n");
    assertThat(done(Splice.delete(text, YamlPath.of("b").item(0).down("x"))))
        .contains("  - y: 2\n");
    assertThat(done(Splice.delete(text, YamlPath.of("b").item(1))))
        .contains("    y: 2\n  # kept\nc: |");
    assertThat(done(Splice.delete("a:\n  b: 1\nc: 2\n", YamlPath.of("a", "b"))))
        .isEqualTo("a: {}\nc: 2\n");
    assertThat(done(Splice.delete("a: [x, y, z]\n", YamlPath.of("a").item(1))))
        .isEqualTo("a: [x, z]\n");
  }

  @Test
  void onlyTheDocumentMeantIsTouched() {
    String text = "# first\na: 1\n---\na: 1 # second\n---\na: 1\n";
    assertThat(done(Splice.replace(text, YamlPath.root(1).down("a"), Scalar.plain("2"))))
        .isEqualTo("# first\na: 1\n---\na: 2 # second\n---\na: 1\n");
  }

  @Test
  void aCollectionTakesThePlaceOfAValue() {
    assertThat(done(Splice.replace("a:\n  b: x\n", YamlPath.of("a", "b"), map("c", "1"))))
        .isEqualTo("a:\n  b:\n    c: \"1\"\n");
    assertThat(done(Splice.replace("a:\n  - b: x\n", YamlPath.of("a").item(0), map("c", "z"))))
        .isEqualTo("a:\n  - c: z\n");
  }

  @Test
  void templatesAndAnchorsTakeSingleValuesOnly() {
    assertThat(refused(Splice.append("resources:\n  - {{ x }}\n", LIST, Scalar.of("a"))))
        .contains("template");
    String shared = "x: &x\n  a: 1\nw: *x\nz: 1\n";
    assertThat(refused(Splice.put(shared, YamlPath.of("n"), Scalar.of("1")))).contains("anchors");
    assertThat(refused(Splice.replace(shared, YamlPath.of("w", "a"), Scalar.plain("2"))))
        .contains("anchor elsewhere");
    assertThat(refused(Splice.replace(shared, YamlPath.of("x", "a"), Scalar.plain("2"))))
        .contains("something else");
    assertThat(done(Splice.replace(shared, YamlPath.of("z"), Scalar.plain("2"))))
        .isEqualTo("x: &x\n  a: 1\nw: *x\nz: 2\n");
  }

  @Test
  void aRefusalGivesTheTextToPaste() {
    Spliced refused = Splice.append("a: &x 1\nresources:\n  - b\n", LIST, Scalar.of("c"));
    assertThat(((Spliced.Refused) refused).paste()).isEqualTo("resources:\n  - c");
  }

  @Test
  void jsonStaysJson() {
    String text = "{\n  \"a\": [\"x\"],\n  \"b\": {}\n}\n";
    assertThat(done(Splice.append(text, YamlPath.of("a"), Scalar.of("y"))))
        .isEqualTo("{\n  \"a\": [\"x\", \"y\"],\n  \"b\": {}\n}\n");
    assertThat(done(Splice.put(text, YamlPath.of("b", "c"), Scalar.of("d"))))
        .isEqualTo("{\n  \"a\": [\"x\"],\n  \"b\": {\"c\": \"d\"}\n}\n");
  }

  @Test
  void tabsInCommentsAndLettersBeyondTheBasicPlaneMoveNothing() {
    String text = "a: 😀 #\tnote\nb:\t# tab\n  - c\n";
    assertThat(done(Splice.append(text, YamlPath.of("b"), Scalar.of("d"))))
        .isEqualTo("a: 😀 #\tnote\nb:\t# tab\n  - c\n  - d\n");
    assertThat(done(Splice.put(text, YamlPath.of("e"), Mapping.of(Map.of()))))
        .isEqualTo("a: 😀 #\tnote\nb:\t# tab\n  - c\ne: {}\n");
  }

  @Test
  void anEmptyValueGetsOneBehindItsColon() {
    assertThat(done(Splice.replace("a:\nb: 1\n", YamlPath.of("a"), Scalar.of("x"))))
        .isEqualTo("a: x\nb: 1\n");
    assertThat(done(Splice.put("a: # later\nb: 1\n", YamlPath.of("a"), Scalar.of("x"))))
        .isEqualTo("a: x # later\nb: 1\n");
  }

  @Test
  void whatIsNotThereIsRefusedInWords() {
    assertThat(refused(Splice.replace("a: 1\n", YamlPath.of("b", "c"), Scalar.of("x"))))
        .isEqualTo("has nothing at b.c that could be changed so");
    assertThat(refused(Splice.delete("a: 1\na: 2\n", YamlPath.of("a")))).contains("twice");
    assertThat(refused(Splice.append("a: [\n", YamlPath.of("a"), Scalar.of("x")))).isNotEmpty();
    assertThat(List.of(Splice.put("", YamlPath.of("a"), Scalar.of("x"))))
        .allSatisfy(s -> assertThat(s).isInstanceOf(Spliced.Refused.class));
  }
}
