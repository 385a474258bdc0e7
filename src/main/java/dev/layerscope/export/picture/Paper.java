package dev.layerscope.export.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of exported pictures: those of the light theme, read from its style sheet. */
public final class Paper {
  private static final Pattern COLOR =
      Pattern.compile("(?m)^\\s*(-[a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");

  private final Map<Tone, String> colors = new EnumMap<>(Tone.class);

  private Paper() {}

  /** The light theme. */
  public static Paper light() {
    try (InputStream in = Paper.class.getResourceAsStream("/dev/layerscope/ui/light.css")) {
      if (in == null) {
        throw new IllegalStateException("no light theme");
      }
      var byName = new java.util.HashMap<String, String>();
      Matcher color = COLOR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (color.find()) {
        byName.putIfAbsent(color.group(1), color.group(2));
      }
      var paper = new Paper();
      for (Tone tone : Tone.values()) {
        String hex = byName.get(tone.cssName());
        if (hex == null) {
          throw new IllegalStateException("the light theme has no " + tone.cssName());
        }
        paper.colors.put(tone, hex);
      }
      return paper;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code #rrggbb}. */
  public String hex(Tone tone) {
    String hex = colors.get(tone);
    return hex == null ? "#000000" : hex;
  }

  public int rgb(Tone tone) {
    return Integer.parseInt(hex(tone).substring(1), 16);
  }
}
