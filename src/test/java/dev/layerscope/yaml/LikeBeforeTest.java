package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A text that differs in words from one that was read is what reading it gives. {@code
 * -Dlayerscope.plain=400000} tries more texts.
 */
class LikeBeforeTest {
  private static final int CASES = Integer.getInteger("layerscope.plain", 3_000);

  private static final Pattern WORD = Pattern.compile("(?<=: )[A-Za-z][A-Za-z0-9._/:-]*(?=\n)");

  private static final String[] WORDS = {
    "main",
    "qa",
    "yes",
    "null",
    "true",
    "y",
    "n",
    "Inf",
    "e1",
    "https://host/a.git",
    "app:1.2",
    "a-b_c",
    "x."
  };

  private static final String APPLICATION =
      """
      kind: Application # of: nobody
      metadata:
        name: shop
        finalizers: [a, b]
      spec:
        source: {path: apps, repoURL: x}
        revision: main
        note: |
          some: text
        items:
        - name: one
        - name: two
      """;

  private static Node read(String text) {
    return PlainYaml.read(text, 0, Reading.ARGO).orElseThrow();
  }

  private static Node at(String text, String... keys) {
    return read(text).at(keys).orElseThrow();
  }

  /** Some of the words another, as random says. */
  static String reworded(String text, Random random) {
    return WORD.matcher(text)
        .replaceAll((MatchResult word) ->
            random.nextBoolean() ? word.group() : WORDS[random.nextInt(WORDS.length)]);
  }

  private static boolean isReadLikeBefore(String text) {
    WordsAtLineEnds words = WordsAtLineEnds.of(text);
    return words != null && LikeBefore.read(words, 0, Reading.KYAML).isPresent();
  }

  @Test
  void whateverIsWrittenWithOtherWordsIsReadAsTheLibraryReadsIt() {
    int like = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var random = new Random(seed);
      String text = new PlainText(random).write() + "\n";
      PlainYamlTest.sameAsTheLibrary(text);
      for (int i = 0; i < 3; i++) {
        String other = reworded(text, random);
        like += isReadLikeBefore(other) ? 1 : 0;
        PlainYamlTest.sameAsTheLibrary(other);
      }
    }
    assertThat(like).isGreaterThan(CASES / 10);
  }

  @Test
  void whatDoesNotDifferIsTheSameObject() {
    Node before = at(APPLICATION, "metadata", "finalizers");
    String other = APPLICATION.replace("main", "release/qa").replace("shop", "shelf");

    assertThat(at(other, "metadata", "finalizers")).isSameAs(before);
    assertThat(at(other, "spec", "revision")).isEqualTo(Scalar.of("release/qa"));
    assertThat(at(other, "metadata", "name")).isEqualTo(Scalar.of("shelf"));
    assertThat(at(other, "metadata", "name").place()).isEqualTo(new Place(3, 9, 3, 14));
    assertThat(at(other, "spec", "items")).isEqualTo(at(APPLICATION, "spec", "items"));
  }

  @Test
  void wordsThatAreNoValuesAreReadAnew() {
    read(APPLICATION);

    assertThat(at(APPLICATION.replace("some: text", "some: words"), "spec", "note"))
        .isEqualTo(new Scalar("some: words\n", Scalar.Style.LITERAL, "", Place.NONE));
    assertThat(read(APPLICATION.replace("nobody", "somebody"))).isEqualTo(read(APPLICATION));
  }

  @Test
  void twoFilesNeverShareAnObjectThatMayBeAManifest() {
    String list = "items:\n- kind: Secret\n  name: a\n- kind: Secret\n  name: b\n";
    Sequence one = (Sequence) at(list, "items");
    Sequence other = (Sequence) at(list.replace("name: b", "name: c"), "items");

    assertThat(other.items().getFirst())
        .isEqualTo(one.items().getFirst())
        .isNotSameAs(one.items().getFirst());
    assertThat(read(list)).isNotSameAs(read(list));
  }
}
