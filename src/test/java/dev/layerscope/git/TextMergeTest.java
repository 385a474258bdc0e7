package dev.layerscope.git;

import static dev.layerscope.git.commit.CommitDraftTest.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextMergeTest {
  private static final Optional<byte[]> BASE = text("1\n2\n3\n4\n5\n");
  private static final Optional<byte[]> GONE = Optional.empty();

  private static String merged(
      Optional<byte[]> base, Optional<byte[]> ours, Optional<byte[]> theirs) {
    return switch (TextMerge.merge(base, ours, theirs)) {
      case TextMerge.Outcome.Clean(Optional<byte[]> content) ->
          content.map(b -> new String(b, UTF_8)).orElse("gone");
      case TextMerge.Outcome.Conflict() -> "conflict";
    };
  }

  @Test
  void changesInDifferentPlacesFit() {
    assertThat(merged(BASE, text("one\n2\n3\n4\n5\n"), text("1\n2\n3\n4\nfive\n")))
        .isEqualTo("one\n2\n3\n4\nfive\n");
  }

  @Test
  void changesOfTheSameLineDoNot() {
    assertThat(merged(BASE, text("one\n2\n3\n4\n5\n"), text("uno\n2\n3\n4\n5\n")))
        .isEqualTo("conflict");
  }

  @Test
  void theSameChangeOnBothSidesIsOne() {
    assertThat(merged(BASE, text("1\n"), text("1\n"))).isEqualTo("1\n");
  }

  @Test
  void aFileOnlyOneSideChangedIsTakenFromThereByteForByte() {
    assertThat(merged(BASE, BASE, text("1\r\nno end"))).isEqualTo("1\r\nno end");
    assertThat(merged(BASE, GONE, BASE)).isEqualTo("gone");
    assertThat(merged(GONE, GONE, text("new"))).isEqualTo("new");
  }

  @Test
  void deletingWhatTheOtherChangedIsAConflict() {
    assertThat(merged(BASE, GONE, text("1\n"))).isEqualTo("conflict");
  }

  @Test
  void twoDifferentNewFilesOfOneNameAreAConflict() {
    assertThat(merged(GONE, text("a\n"), text("b\n"))).isEqualTo("conflict");
  }

  @Test
  void aMissingEndOfLineStaysMissing() {
    assertThat(merged(text("1\n2\n3\n4"), text("one\n2\n3\n4"), text("1\n2\n3\nfour")))
        .isEqualTo("one\n2\n3\nfour");
  }
}
