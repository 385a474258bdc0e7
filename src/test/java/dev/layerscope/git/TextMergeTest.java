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
  void changes_in_different_places_fit() {
    assertThat(merged(BASE, text("one\n2\n3\n4\n5\n"), text("1\n2\n3\n4\nfive\n")))
        .isEqualTo("one\n2\n3\n4\nfive\n");
  }

  @Test
  void changes_of_the_same_line_do_not() {
    assertThat(merged(BASE, text("one\n2\n3\n4\n5\n"), text("uno\n2\n3\n4\n5\n")))
        .isEqualTo("conflict");
  }

  @Test
  void the_same_change_on_both_sides_is_one() {
    assertThat(merged(BASE, text("1\n"), text("1\n"))).isEqualTo("1\n");
  }

  @Test
  void a_file_only_one_side_changed_is_taken_from_there_byte_for_byte() {
    assertThat(merged(BASE, BASE, text("1\r\nno end"))).isEqualTo("1\r\nno end");
    assertThat(merged(BASE, GONE, BASE)).isEqualTo("gone");
    assertThat(merged(GONE, GONE, text("new"))).isEqualTo("new");
  }

  @Test
  void deleting_what_the_other_changed_is_a_conflict() {
    assertThat(merged(BASE, GONE, text("1\n"))).isEqualTo("conflict");
  }

  @Test
  void two_different_new_files_of_one_name_are_a_conflict() {
    assertThat(merged(GONE, text("a\n"), text("b\n"))).isEqualTo("conflict");
  }

  @Test
  void a_missing_end_of_line_stays_missing() {
    assertThat(merged(text("1\n2\n3\n4"), text("one\n2\n3\n4"), text("1\n2\n3\nfour")))
        .isEqualTo("one\n2\n3\nfour");
  }
}
