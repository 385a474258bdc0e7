package dev.layerscope.render.generator.template;

import java.util.Locale;

/** Argo CD's ways to make a name Kubernetes accepts (specification §6.2). */
public final class ResourceNames {
  private static final int MAX_NAME = 253;
  private static final int SLUG_LENGTH = 50;

  private ResourceNames() {}

  /** Lower case, everything else a dash, at most 253 long, no dash or dot at the ends. */
  public static String normalize(String name) {
    String replaced = withDashes(name.toLowerCase(Locale.ROOT));
    String cut = replaced.substring(0, Math.min(replaced.length(), MAX_NAME));
    return stripEnds(cut, "-.");
  }

  /** One dash for each code point that is not in names; asked for every file of a generator. */
  private static String withDashes(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isInNames(name.charAt(i))) {
        var dashed = new StringBuilder(name.length());
        name.codePoints().forEach(c -> dashed.append(isInNames(c) ? (char) c : '-'));
        return dashed.toString();
      }
    }
    return name;
  }

  private static boolean isInNames(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
  }

  static GoValue slugify(Arguments a) throws TemplateException {
    int length = a.count() > 1 ? a.whole(0) : SLUG_LENGTH;
    boolean smart = a.count() <= 2 || a.bool(1);
    return GoValue.text(slugify(length, smart, a.text(a.count() - 1)));
  }

  /**
   * A slug: words joined by single dashes.
   *
   * @param length how long it may be; 0 for any length
   * @param smart cut between words where there is a place to cut
   */
  public static String slugify(int length, boolean smart, String name) {
    String slug = normalize(name).replaceAll("[^a-z0-9_-]", "-").replaceAll("-+", "-");
    String trimmed = stripEnds(slug, "-_");
    if (length <= 0 || trimmed.length() <= length) {
      return trimmed;
    }
    int dash = smart ? trimmed.lastIndexOf('-', length) : -1;
    return stripEnds(trimmed.substring(0, dash < 0 ? length : dash), "-_");
  }

  /** A text without any of these characters at its ends. */
  static String stripEnds(String text, String cut) {
    int start = 0;
    int end = text.length();
    while (start < end && cut.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && cut.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
