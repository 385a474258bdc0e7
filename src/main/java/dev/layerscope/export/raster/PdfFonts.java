package dev.layerscope.export.raster;

import dev.layerscope.export.picture.FontTables;
import dev.layerscope.export.picture.Words;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The faces a PDF uses, by the numbers of their glyphs, and which letters these stand for. */
final class PdfFonts {
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private final Map<Words.Type, Face> faces = new EnumMap<>(Words.Type.class);

  /** A face with the glyphs used so far: number → letter and width in thousandths. */
  private record Face(Font font, Map<Integer, Glyph> used) {}

  private record Glyph(int letter, long width) {}

  /** How the page names a face. */
  static String name(Words.Type type) {
    return switch (type) {
      case REGULAR -> "F0";
      case MEDIUM -> "F1";
      case SEMIBOLD -> "F2";
    };
  }

  /** Whether a face has all letters of a text. */
  boolean knows(Words.Type type, String text) {
    return face(type).font().canDisplayUpTo(text) < 0
        && text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  /** A text as the numbers of its glyphs, four hexadecimal digits each. */
  String glyphs(Words.Type type, String text) {
    Face face = face(type);
    GlyphVector glyphs = face.font().createGlyphVector(PLAIN, text);
    var hex = new StringBuilder();
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      int code = glyphs.getGlyphCode(i);
      long width = Math.round(glyphs.getGlyphMetrics(i).getAdvanceX());
      face.used().putIfAbsent(code, new Glyph(text.charAt(i), width));
      hex.append(hex(code));
    }
    return hex.toString();
  }

  /** A text in scripts that the faces lack, by a font of the system. */
  Shape outline(String text, double size, double x, double y) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    return new TextLayout(text, font, PLAIN).getOutline(AffineTransform.getTranslateInstance(x, y));
  }

  /**
   * Adds the faces to a file (ISO 32000-1, 9.7): the font as it is, glyphs by their own numbers.
   *
   * @return the entries of the page's resources
   */
  String addTo(PdfFile pdf) {
    var entries = new StringBuilder();
    faces.forEach((type, face) -> {
      String name = "/" + face.font().getPSName();
      int file = pdf.stream("/Subtype /OpenType", bytes(type));
      int descriptor =
          pdf.object(
              "<< /Type /FontDescriptor /FontName "
                  + name
                  + " /Flags 32 /FontBBox [-750 -300 2600 1100] /ItalicAngle 0 /Ascent 969"
                  + " /Descent -242 /CapHeight 727 /StemV 90 /FontFile3 "
                  + file
                  + " 0 R >>");
      int descendant =
          pdf.object(
              "<< /Type /Font /Subtype /CIDFontType0 /BaseFont "
                  + name
                  + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                  + " /FontDescriptor "
                  + descriptor
                  + " 0 R /W ["
                  + widths(face)
                  + "] >>");
      int letters = pdf.stream("", letters(face).getBytes(StandardCharsets.UTF_8));
      int font =
          pdf.object(
              "<< /Type /Font /Subtype /Type0 /BaseFont "
                  + name
                  + " /Encoding /Identity-H /DescendantFonts ["
                  + descendant
                  + " 0 R] /ToUnicode "
                  + letters
                  + " 0 R >>");
      entries.append('/').append(name(type)).append(' ').append(font).append(" 0 R ");
    });
    return entries.toString();
  }

  private static String widths(Face face) {
    return face.used().entrySet().stream()
        .map(entry -> entry.getKey() + " [" + entry.getValue().width() + "]")
        .collect(Collectors.joining(" "));
  }

  /** Which letter each glyph stands for, so that words can be searched and copied. */
  private static String letters(Face face) {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CMapName /Letters def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    face.used()
        .forEach((code, glyph) ->
            map.append("1 beginbfchar\n<")
                .append(hex(code))
                .append("> <")
                .append(hex(glyph.letter()))
                .append(">\nendbfchar\n"));
    return map.append("endcmap\nend\nend\n").toString();
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "%04X", value);
  }

  private Face face(Words.Type type) {
    return faces.computeIfAbsent(type, PdfFonts::read);
  }

  private static Face read(Words.Type type) {
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes(type)));
      return new Face(font.deriveFont(1000f), new TreeMap<>());
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("font " + FontTables.file(type), e);
    }
  }

  private static byte[] bytes(Words.Type type) {
    try (InputStream in = FontTables.class.getResourceAsStream(FontTables.file(type))) {
      if (in == null) {
        throw new IllegalStateException("no font " + FontTables.file(type));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
