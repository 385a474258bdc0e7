package dev.layerscope.render.kustomize.transform;

import dev.layerscope.glob.GoPattern;
import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.Optional;

/** An image reference: name, tag and digest, and what one entry of {@code images} makes of it. */
public final class ImageName {
  private final Arguments.Image wanted;
  private final String beginning;
  private Optional<Optional<GoPattern>> pattern = Optional.empty();

  public ImageName(Arguments.Image wanted) {
    this.wanted = wanted;
    this.beginning = beginning(wanted.name());
  }

  /** What every image begins with that is meant; a dot stands for any character. */
  private static String beginning(String name) {
    boolean plain =
        name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/_:-.".indexOf(c) >= 0);
    int dot = name.indexOf('.');
    return plain ? name.substring(0, dot < 0 ? name.length() : dot) : "";
  }

  /** The name is a regular expression; one that does not compile matches nothing. */
  private static Optional<GoPattern> pattern(String name) {
    try {
      return Optional.of(
          GoPattern.compile(
              "^"
                  + name
                  + "(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?$"));
    } catch (GoPattern.InvalidPatternException e) {
      return Optional.empty();
    }
  }

  /** Whether an image is meant. */
  public boolean matches(String image) {
    if (!image.startsWith(beginning)) {
      return false; // Most images are others, and patterns are dear.
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
