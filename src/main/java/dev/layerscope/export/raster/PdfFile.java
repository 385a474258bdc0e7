package dev.layerscope.export.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Objects one after the other, and the table of where each begins (ISO 32000-1, 7.5). */
final class PdfFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private PdfFile() {
    write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  }

  /**
   * A file of one page.
   *
   * @param strengths how strong paint is, by the names the page gives it
   */
  static byte[] of(
      String title,
      double width,
      double height,
      String content,
      PdfFonts fonts,
      Map<Double, String> strengths) {
    var pdf = new PdfFile();
    int page = pdf.stream("", content.getBytes(StandardCharsets.US_ASCII));
    String faces = fonts.addTo(pdf);
    var states = new StringBuilder();
    strengths.forEach((strength, name) ->
        states.append(
            "/%s << /ca %s /CA %s >> ".formatted(name, number(strength), number(strength))));
    int pages = pdf.places.size() + 2;
    int leaf =
        pdf.object(
            "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << /Font << %s>> /ExtGState << %s>> >> >>"
                .formatted(pages, number(width), number(height), page, faces, states));
    pdf.object("<< /Type /Pages /Kids [%d 0 R] /Count 1 >>".formatted(leaf));
    int catalog = pdf.object("<< /Type /Catalog /Pages %d 0 R >>".formatted(pages));
    int about = pdf.object("<< /Title <%s> /Producer (Layerscope) >>".formatted(utf16(title)));
    return pdf.end(catalog, about);
  }

  /** Adds an object; returns its number. */
  int object(String text) {
    int number = begin();
    write(text + "\nendobj\n");
    return number;
  }

  /** Adds compressed bytes; returns the number of the object. */
  int stream(String entries, byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(content);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    int number = begin();
    write("<< /Length %d /Filter /FlateDecode %s >>\nstream\n".formatted(packed.size(), entries));
    out.writeBytes(packed.toByteArray());
    write("\nendstream\nendobj\n");
    return number;
  }

  private int begin() {
    places.add(out.size());
    write(places.size() + " 0 obj\n");
    return places.size();
  }

  private byte[] end(int catalog, int about) {
    int table = out.size();
    write("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
    places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    write(
        "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(places.size() + 1, catalog, about, table));
    return out.toByteArray();
  }

  private static String utf16(String text) {
    var hex = new StringBuilder("FEFF");
    text.chars().forEach(c -> hex.append(String.format(Locale.ROOT, "%04X", c)));
    return hex.toString();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** At most three digits after the point. */
  static String number(double value) {
    long thousandths = Math.round(value * 1000);
    if (thousandths % 1000 == 0) {
      return Long.toString(thousandths / 1000);
    }
    return String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
  }
}
