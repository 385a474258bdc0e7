package dev.layerscope.render.kustomize.transform;

import dev.layerscope.glob.GoPattern;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.Optional;

/** An image reference: name, tag and digest, and what one entry of {@code images} makes of it. */
public final class ImageName {
  /** What may come after a name. */
  private static final String REST =
      "(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?$";

  private final Arguments.Image wanted;
  private final boolean plain;
  private final String beginning;
  private Optional<Optional<GoPattern>> pattern = Optional.empty();

  public ImageName(Arguments.Image wanted) {
    this.wanted = wanted;
    this.plain =
        wanted
            .name()
            .chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || "/_:-.".indexOf(c) >= 0);
    this.beginning = plain ? beginning(wanted.name()) : "";
  }

  /** What every image begins with that is meant; a dot stands for any character. */
  private static String beginning(String name) {
    int dot = name.indexOf('.');
    return name.substring(0, dot < 0 ? name.length() : dot);
  }

  /** Compiled once: what comes after a name that is no pattern is the same for all. */
  private static final class Rest {
    static final Optional<GoPattern> PATTERN = compiled("^" + REST);
  }

  private static Optional<GoPattern> compiled(String pattern) {
    try {
      return Optional.of(GoPattern.compile(pattern));
    } catch (GoPattern.InvalidPatternException e) {
      return Optional.empty();
    }
  }

  /** The name is a regular expression; one that does not compile matches nothing. */
  private static Optional<GoPattern> pattern(String name) {
    return compiled("^" + name + REST);
  }

  /** Whether an image begins with a name of which only the dots are a pattern. */
  private static boolean begins(String image, String name) {
    if (image.length() < name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = image.charAt(i);
      boolean any = name.charAt(i) == '.' && c != '\n';
      if (!any && c != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an image is meant. */
  public boolean matches(String image) {
    if (!image.startsWith(beginning)) {
      return false; // Most images are others, and patterns are dear.
    }
    if (plain && image.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return begins(image, wanted.name())
          && Rest.PATTERN
              .map(rest -> rest.find(image.substring(wanted.name().length())))
              .orElse(false);
    }
    if (pattern.isEmpty()) {
      pattern = Optional.of(pattern(wanted.name()));
    }
    return pattern.flatMap(p -> p).map(p -> p.find(image)).orElse(false);
  }

  void set(Tree field) throws BuildException {
    field.demand(Tree.Kind.SCALAR);
    if (matches(field.value())) {
      field.assign(Tree.scalar(replaced(field.value())));
    }
  }

  private String replaced(String image) {
    Split split = Split.of(image);
    String name = wanted.newName().isEmpty() ? split.name() : wanted.newName();
    String tag = split.tag();
    String digest = split.digest();
    if (!wanted.newTag().isEmpty() || !wanted.digest().isEmpty()) {
      tag = wanted.newTag();
      digest = wanted.digest();
    } else if (!wanted.tagSuffix().isEmpty()) {
      tag += wanted.tagSuffix();
      digest = "";
    }
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** The three parts; a colon before the first slash belongs to the host. */
  private record Split(String name, String tag, String digest) {
    static Split of(String image) {
      int slash = Math.max(image.indexOf('/'), 0);
      int at = image.indexOf('@', slash);
      int colon = image.indexOf(':', slash);
      if (at < 0 && colon < 0) {
        return new Split(image, "", "");
      }
      if (at >= 0 && (colon < 0 || at < colon)) {
        return new Split(image.substring(0, at), "", image.substring(at + 1));
      }
      return at >= 0
          ? new Split(
              image.substring(0, colon), image.substring(colon + 1, at), image.substring(at + 1))
          : new Split(image.substring(0, colon), image.substring(colon + 1), "");
    }
  }
}
