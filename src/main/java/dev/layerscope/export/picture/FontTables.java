package dev.layerscope.export.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures words by the advance widths in the fonts that ship with the program (OpenType tables
 * {@code cmap}, {@code hmtx}, {@code hhea}, {@code head}): the same on every machine, without any
 * toolkit.
 */
public final class FontTables implements Ruler {
  private static final String FOLDER = "/dev/layerscope/ui/fonts/";

  private final Map<Words.Type, Face> faces = new EnumMap<>(Words.Type.class);

  public FontTables() {
    for (Words.Type type : Words.Type.values()) {
      faces.put(type, Face.read(file(type)));
    }
  }

  /** The font file of a face, as a resource. */
  public static String file(Words.Type type) {
    return FOLDER
        + switch (type) {
          case REGULAR -> "Inter-Regular.otf";
          case MEDIUM -> "Inter-Medium.otf";
          case SEMIBOLD -> "Inter-SemiBold.otf";
        };
  }

  @Override
  public double width(String text, Words.Type type, double size) {
    Face face = faces.get(type);
    return face == null
        ? text.length() * size / 2
        : text.codePoints().mapToDouble(face::advance).sum() * size;
  }

  /** One face: advance of each character it has, as a part of the size. */
  private record Face(Map<Integer, Double> advances) {
    /** Ideographs are square; what else the face lacks comes from another font, about as wide. */
    double advance(int character) {
      Double known = advances.get(character);
      if (known != null) {
        return known;
      }
      return Character.isIdeographic(character) || character > 0xffff ? 1 : 0.6;
    }

    static Face read(String resource) {
      try (InputStream in = FontTables.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("no font " + resource);
        }
        return parse(ByteBuffer.wrap(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Face parse(ByteBuffer font) {
      Map<String, Integer> tables = new HashMap<>();
      int count = font.getShort(4);
      for (int i = 0; i < count; i++) {
        int at = 12 + 16 * i;
        byte[] tag = new byte[4];
        font.get(at, tag);
        tables.put(
            new String(tag, java.nio.charset.StandardCharsets.US_ASCII), font.getInt(at + 8));
      }
      double units = font.getShort(table(tables, "head") + 18);
      int metrics = font.getShort(table(tables, "hhea") + 34) & 0xffff;
      int widths = table(tables, "hmtx");
      var advances = new HashMap<Integer, Double>();
      characters(font, table(tables, "cmap"))
          .forEach((character, glyph) -> {
            int at = widths + 4 * Math.min(glyph, metrics - 1);
            advances.put(character, (font.getShort(at) & 0xffff) / units);
          });
      return new Face(advances);
    }

    private static int table(Map<String, Integer> tables, String tag) {
      Integer at = tables.get(tag);
      if (at == null) {
        throw new IllegalStateException("font without table " + tag);
      }
      return at;
    }

    /** Characters of the basic plane to glyphs: a subtable of format 4. */
    private static Map<Integer, Integer> characters(ByteBuffer font, int cmap) {
      var glyphs = new HashMap<Integer, Integer>();
      int subtables = font.getShort(cmap + 2);
      for (int i = 0; i < subtables; i++) {
        int at = cmap + font.getInt(cmap + 4 + 8 * i + 4);
        if (font.getShort(at) == 4) {
          segments(font, at, glyphs);
          return glyphs;
        }
      }
      return glyphs;
    }

    private static void segments(ByteBuffer font, int at, Map<Integer, Integer> glyphs) {
      int doubled = font.getShort(at + 6) & 0xffff;
      int ends = at + 14;
      int starts = ends + doubled + 2;
      int deltas = starts + doubled;
      int ranges = deltas + doubled;
      for (int s = 0; s < doubled; s += 2) {
        int end = font.getShort(ends + s) & 0xffff;
        int start = font.getShort(starts + s) & 0xffff;
        int range = font.getShort(ranges + s) & 0xffff;
        for (int c = start; c <= end && c < 0xffff; c++) {
          int glyph = range == 0 ? c : font.getShort(ranges + s + range + 2 * (c - start)) & 0xffff;
          glyphs.put(c, (glyph + (glyph == 0 ? 0 : font.getShort(deltas + s))) & 0xffff);
        }
      }
    }
  }
}
