package dev.layerscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A report can be read on a light screen, on a dark one and on paper. */
class HtmlPageTest {
  private static final Pattern COLOURS = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6});");

  /** The least contrast of text by WCAG 2.2, 1.4.3. */
  private static final double LEAST = 4.5;

  private final List<Map<String, Integer>> palettes = palettes(HtmlPage.head("dev → qa"));

  @Test
  void everyColourStandsOutFromTheGroundOfItsPalette() {
    for (Map<String, Integer> palette : palettes) {
      int ground = palette.getOrDefault("ground", -1);
      assertThat(ground).as("ground of %s", palette).isNotNegative();
      palette.forEach((name, colour) -> {
        if (!name.equals("ground")) {
          assertThat(contrast(colour, ground))
              .as("%s on #%06x", name, ground)
              .isGreaterThanOrEqualTo(LEAST);
        }
      });
    }
  }

  @Test
  void aScreenThatIsDarkAndPaperHaveTheirOwnAndNoneIsShortOfAColour() {
    assertThat(palettes).hasSize(3);
    assertThat(palettes.get(1).keySet()).isEqualTo(palettes.getFirst().keySet());
    assertThat(palettes.getLast()).as("paper is light").isEqualTo(palettes.getFirst());
    assertThat(palettes.get(1).get("ground")).isNotEqualTo(palettes.getFirst().get("ground"));
  }

  private static List<Map<String, Integer>> palettes(String head) {
    return COLOURS.matcher(head).results().map(found -> colours(found.group(1))).toList();
  }

  private static Map<String, Integer> colours(String text) {
    Map<String, Integer> colours = new TreeMap<>();
    Matcher colour = COLOUR.matcher(text);
    while (colour.find()) {
      colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
    }
    return colours;
  }

  private static double contrast(int a, int b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
