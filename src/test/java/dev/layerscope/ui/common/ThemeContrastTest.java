package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every colour that words have stands out from every colour they stand on, in both themes, after
 * WCAG 2: 4.5 for words, 4.2 for hints and line numbers, 3 for signs. What is painted on cards is
 * measured on pixels besides ({@code ContrastTest}).
 */
class ThemeContrastTest {
  private static final Pattern COLOUR =
      Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|-[a-z0-9-]+)\\s*;");

  private static final List<String> SURFACES =
      List.of(
          "-surface-window",
          "-surface-panel",
          "-surface-rail",
          "-surface-inset",
          "-surface-hover",
          "-surface-canvas",
          "-surface-card",
          "-accent-bg");

  private static final List<String> DIFFERENCES = List.of("added", "removed", "changed", "moved");

  private final List<String> weak = new ArrayList<>();
  private Map<String, String> colours = Map.of();
  private int looked;

  @Test
  void wordsStandOutFromWhatTheyStandOnInBothThemes() throws IOException {
    for (String theme : List.of("light", "dark")) {
      colours = read(theme + ".css");
      surfaces();
      differences();
      findings();
      layers();
    }
    assertThat(looked).isGreaterThan(250);
    assertThat(weak).isEmpty();
  }

  private void surfaces() {
    for (String surface : SURFACES) {
      least(4.5, "-text", surface);
      least(4.5, "-text-muted", surface);
      least(4.5, "-accent", surface);
      least(4.2, "-text-subtle", surface);
    }
    least(4.5, "-text", "-match");
    least(3, "-edge", "-surface-canvas");
  }

  private void differences() {
    for (String difference : DIFFERENCES) {
      String row = "-diff-" + difference + "-bg";
      least(4.5, "-text", row);
      least(4.5, "-text", "-diff-" + difference + "-word");
      least(4.5, "-text-muted", row);
      least(4.2, "-text-subtle", row);
      least(4.5, "-diff-" + difference, row);
      least(4.5, "-surface-card", "-diff-" + difference);
      for (String kind : List.of("key", "text", "number")) {
        least(4.5, "-yaml-" + kind, row);
      }
    }
    for (String kind : List.of("key", "text", "number")) {
      least(4.5, "-yaml-" + kind, "-surface-panel");
      least(4.5, "-yaml-" + kind, "-surface-inset");
    }
  }

  private void findings() {
    for (String finding : List.of("error", "warning", "info")) {
      SURFACES.forEach(surface -> least(4.5, "-finding-" + finding, surface));
      least(4.5, "-finding-" + finding, "-finding-" + finding + "-bg");
    }
    least(4.5, "-ok", "-ok-bg");
    least(4.5, "-ok", "-surface-panel");
  }

  /** Signs of layers; on a selection the name beside them says the same. */
  private void layers() {
    for (int layer = 1; layer <= 8; layer++) {
      least(3, "-layer-" + layer, "-surface-card");
      least(3, "-layer-" + layer, "-surface-panel");
      least(4.5, "-text", "-layer-" + layer + "-tint");
      least(4.5, "-text-muted", "-layer-" + layer + "-tint");
    }
  }

  private void least(double ratio, String words, String paper) {
    looked++;
    double found = ratio(luminance(colour(words)), luminance(colour(paper)));
    if (found < ratio) {
      weak.add("%s on %s: %.2f, wanted %.1f".formatted(words, paper, found, ratio));
    }
  }

  private String colour(String name) {
    String value = name;
    while (value.startsWith("-")) {
      value = Objects.requireNonNull(colours.get(value), value);
    }
    return value;
  }

  private static Map<String, String> read(String sheet) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Theme.class.getResourceAsStream("/dev/layerscope/ui/" + sheet))) {
      Map<String, String> found = new HashMap<>();
      Matcher next = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (next.find()) {
        found.put(next.group(1), next.group(2));
      }
      return found;
    }
  }

  private static double ratio(double a, double b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
