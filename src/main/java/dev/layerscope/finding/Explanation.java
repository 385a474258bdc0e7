package dev.layerscope.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants to know about a kind of mistake: why it happens, what Argo CD says or does,
 * how it is cured, what it looks like. Read from {@code explanations.txt} beside this class, which
 * {@code docs/findings.md} is made from as well.
 *
 * @param argocd Argo CD's report, or what it does in silence
 * @param example a few lines of YAML or of a report; empty where the sentence says it all
 */
public record Explanation(String cause, String argocd, String cure, String example) {
  private static final Map<FindingCode, Explanation> ALL = read();

  static Explanation of(FindingCode code) {
    return Optional.ofNullable(ALL.get(code))
        .orElseThrow(
            () -> new IllegalStateException("explanations.txt says nothing about " + code.text()));
  }

  /** The same for a screen, where nobody reads the marks of Markdown. */
  public Explanation plain() {
    return new Explanation(plain(cause), plain(argocd), plain(cure), example);
  }

  /** A text of an explanation for where nobody reads the marks of Markdown. */
  public static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static Map<FindingCode, Explanation> read() {
    var all = new EnumMap<FindingCode, Explanation>(FindingCode.class);
    for (String paragraph : text().split("\n\n")) {
      String[] lines = paragraph.strip().split("\n", -1);
      FindingCode.of(lines[0].strip()).ifPresent(code -> all.put(code, paragraph(lines)));
    }
    return all;
  }

  /** {@code key: text} lines; a line that is indented further belongs to the key above it. */
  private static Explanation paragraph(String[] lines) {
    Map<String, StringBuilder> texts = new HashMap<>();
    StringBuilder current = new StringBuilder();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      int colon = line.indexOf(':');
      if (line.startsWith("    ")) {
        current.append(current.isEmpty() ? "" : "\n").append(line.substring(4));
      } else if (colon > 0) {
        current = new StringBuilder(line.substring(colon + 1).strip());
        texts.put(line.substring(0, colon).strip(), current);
      }
    }
    return new Explanation(
        text(texts, "cause"), text(texts, "argocd"), text(texts, "cure"), text(texts, "example"));
  }

  private static String text(Map<String, StringBuilder> texts, String key) {
    return texts.getOrDefault(key, new StringBuilder()).toString();
  }

  private static String text() {
    try (InputStream in = Explanation.class.getResourceAsStream("explanations.txt")) {
      if (in == null) {
        throw new IllegalStateException("explanations.txt is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
