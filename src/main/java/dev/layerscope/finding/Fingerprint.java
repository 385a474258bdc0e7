package dev.layerscope.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a finding is known by in the next run, when lines have moved and commits have come: its
 * code, the file it starts in, and what its sentence says of the mistake, without numbers.
 */
public final class Fingerprint {
  private static final int BYTES = 8;
  private static final Pattern COMMIT = Pattern.compile("\\b[0-9a-f]{40}\\b");
  private static final Pattern LINE =
      Pattern.compile("\\blines? \\d+|(?<=\\.(?:ya?ml|tpl|json|txt)):\\d+(?::\\d+)?");

  private Fingerprint() {}

  /** The finding wherever it shows: one mistake in a shared layer is one, not one a cluster. */
  public static String of(Finding finding) {
    return of(finding, "");
  }

  /**
   * The finding on one node.
   *
   * @param node the node's id in JSON
   */
  public static String of(Finding finding, String node) {
    String file =
        finding.locations().stream().findFirst().map(l -> l.repoUrl() + "\n" + l.path()).orElse("");
    String sentence =
        gist(finding).toLowerCase(Locale.ROOT).replaceAll("(?<![\\p{L}-])[0-9][0-9,.]*", "#");
    return hash(String.join("\n", finding.code().text(), node, file, sentence));
  }

  /**
   * Which mistake a finding tells, in words that stay when lines and commits move and others come
   * or go: for comparing two looks at the same files.
   */
  public static String gist(Finding finding) {
    String text = Nearest.withoutQuestion(finding.knownBy());
    return LINE.matcher(COMMIT.matcher(text).replaceAll("#")).replaceAll("#");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
