package dev.layerscope.render.kustomize.tree;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.KyamlScalars;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The two moments at which the meaning of a scalar is decided: when it is set, and when the build
 * is done.
 */
final class Scalars {
  private Scalars() {}

  /** Whether YAML 1.1 reads a plain text as something else than a text. */
  static boolean isNonString(String value) {
    return !value.isEmpty()
        && !value.contains("\n")
        && !(ArgoScalars.read(Scalar.plain(value)) instanceof Value.Text);
  }

  /**
   * The tool prints JSON turned to YAML: what was a text is a text to every reader, numbers are
   * printed anew.
   */
  static Scalar finished(Tree tree) {
    boolean text = tree.style() != Scalar.Style.PLAIN || tree.tag().equals(Tags.STRING);
    if (tree.tag().equals("!!binary")) {
      return text(binary(tree.value()), tree.place());
    }
    if (tree.style() == Scalar.Style.FOLDED) {
      return text(Folded.printedAndRead(tree.value()), tree.place(), tree.style());
    }
    if (text) {
      return text(tree.value(), tree.place(), tree.style());
    }
    return switch (KyamlScalars.plain(tree.value())) {
      case Value.Text words ->
          text(
              KyamlScalars.isDate(words.value()) ? Dates.printed(words.value()) : words.value(),
              tree.place());
      case Value.Null ignored -> new Scalar("null", Scalar.Style.PLAIN, "", tree.place());
      case Value other -> new Scalar(other.plain(), Scalar.Style.PLAIN, "", tree.place());
    };
  }

  static Scalar text(String value, Place place) {
    return text(value, place, Scalar.Style.PLAIN);
  }

  private static Scalar text(String value, Place place, Scalar.Style style) {
    boolean safe =
        style != Scalar.Style.PLAIN || ArgoScalars.read(Scalar.plain(value)) instanceof Value.Text;
    return new Scalar(value, safe ? style : Scalar.Style.DOUBLE_QUOTED, "", place);
  }

  private static String binary(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return text;
    }
  }
}
