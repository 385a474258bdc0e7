package dev.layerscope.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.export.picture.CardFace.Badge;
import dev.layerscope.export.picture.CardFace.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However large the numbers are, badges stand beside each other and not over each other. */
class BadgeRoomTest {
  private static final Badge BELOW = new Badge("", "10,000 below", "10,000", Style.PLAIN);
  private static final Badge WARNINGS = new Badge("", "10,300 warnings", "10,300", Style.WARNING);
  private static final Badge OWN = new Badge("", "1", Style.WARNING);
  private static final Badge AUTO = new Badge("", "auto", "", Style.PLAIN);
  private static final Badge CHILDREN = new Badge("", "10,000", Style.PLAIN);

  /** Ten a letter. */
  private static double width(Badge badge) {
    return 10.0 * badge.text().length();
  }

  private static List<String> fitting(List<Badge> left, List<Badge> right, double room) {
    BadgeRoom fitting = new BadgeRoom(left, right).within(room, BadgeRoomTest::width);
    var texts = new java.util.ArrayList<>(fitting.left().stream().map(Badge::text).toList());
    texts.add("|");
    fitting.right().forEach(badge -> texts.add(badge.text()));
    return texts;
  }

  @Test
  void whereThereIsRoomAllIsSaid() {
    assertThat(fitting(List.of(BELOW, WARNINGS), List.of(OWN), 288))
        .containsExactly("10,000 below", "10,300 warnings", "|", "1");
  }

  @Test
  void theLastSaysLessBeforeTheFirst() {
    assertThat(fitting(List.of(BELOW, WARNINGS), List.of(OWN), 287))
        .containsExactly("10,000 below", "10,300", "|", "1");
    assertThat(fitting(List.of(BELOW, WARNINGS), List.of(OWN), 190))
        .containsExactly("10,000", "10,300", "|", "1");
  }

  @Test
  void whatIsNoTroubleGoesBeforeWhatIs() {
    assertThat(fitting(List.of(AUTO), List.of(OWN, CHILDREN), 50)).containsExactly("", "|", "1");
    assertThat(fitting(List.of(BELOW, WARNINGS), List.of(OWN), 80))
        .containsExactly("10,300", "|", "1");
  }

  @Test
  void troubleStaysHoweverLittleRoomThereIs() {
    assertThat(fitting(List.of(BELOW, WARNINGS), List.of(OWN), 5))
        .containsExactly("10,300", "|", "1");
  }
}
