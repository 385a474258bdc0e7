package dev.layerscope.diff.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image in its three parts. Nothing is filled in: {@code nginx} and {@code
 * docker.io/library/nginx:latest} are two texts.
 *
 * @param repository registry and path, as written
 * @param tag after the colon; empty when there is none
 * @param digest after the at sign; empty when there is none
 */
public record ImageReference(String repository, Optional<String> tag, Optional<String> digest) {
  private static final Pattern NUMBERS = Pattern.compile("v?(\\d+(?:\\.\\d+)*)(?:[-+.].*)?");

  /** The parts of an image as written. A port of the registry is no tag. */
  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return new ImageReference(
        colon < 0 ? named : named.substring(0, colon),
        colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1)),
        at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1)));
  }

  /** What to call this version: the tag, else the digest's beginning, else nothing. */
  public String version() {
    return tag.orElse(digest.map(d -> d.length() > 19 ? d.substring(0, 19) : d).orElse("no tag"));
  }

  /**
   * Whether another tag of the same repository is an older version; false when either is no
   * version.
   */
  public boolean isNewerThan(ImageReference other) {
    Optional<List<BigInteger>> mine = tag.flatMap(ImageReference::numbers);
    Optional<List<BigInteger>> theirs = other.tag.flatMap(ImageReference::numbers);
    if (!repository.equals(other.repository) || mine.isEmpty() || theirs.isEmpty()) {
      return false;
    }
    int parts = Math.max(mine.get().size(), theirs.get().size());
    for (int i = 0; i < parts; i++) {
      int compared = part(mine.get(), i).compareTo(part(theirs.get(), i));
      if (compared != 0) {
        return compared > 0;
      }
    }
    return false;
  }

  /** The difference between two images in words: which part of them it is. */
  String differenceTo(ImageReference other) {
    var words = new ArrayList<String>();
    if (!repository.equals(other.repository)) {
      words.add("repository " + repository + " → " + other.repository);
    }
    if (!tag.equals(other.tag)) {
      words.add("tag " + tag.orElse("none") + " → " + other.tag.orElse("none"));
    }
    if (!digest.equals(other.digest)) {
      words.add("digest " + brief(digest) + " → " + brief(other.digest));
    }
    return String.join(", ", words);
  }

  private static String brief(Optional<String> digest) {
    return digest.map(d -> d.length() > 19 ? d.substring(0, 19) + "…" : d).orElse("none");
  }

  private static BigInteger part(List<BigInteger> numbers, int index) {
    return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
  }

  private static Optional<List<BigInteger>> numbers(String tag) {
    Matcher m = NUMBERS.matcher(tag);
    if (!m.matches()) {
      return Optional.empty();
    }
    var numbers = new ArrayList<BigInteger>();
    for (String part : m.group(1).split("\\.")) {
      numbers.add(new BigInteger(part));
    }
    return Optional.of(numbers);
  }
}
