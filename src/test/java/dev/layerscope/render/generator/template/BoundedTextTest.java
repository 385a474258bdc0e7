package dev.layerscope.render.generator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedTextTest {
  @Test
  void aPatternThatTriesForEverEnds() {
    var text = new BoundedText("a".repeat(40));
    Pattern forEver = Pattern.compile("(a|b|ab|(a))*(a|b|ab|(a))*(a|b)*(a)*(a)*(a)*(a)*c");
    assertThatThrownBy(() -> forEver.matcher(text).matches())
        .isInstanceOf(BoundedText.Exhausted.class);
  }

  @Test
  void aPatternOfEveryDayDoesNotNoticeTheBound() {
    var text = new BoundedText("feature/some-long-branch-name_with-parts".repeat(100));
    assertThat(Pattern.compile("([a-z]+)[-_/]([a-z]+)").matcher(text).results().count())
        .isGreaterThan(200);
  }
}
