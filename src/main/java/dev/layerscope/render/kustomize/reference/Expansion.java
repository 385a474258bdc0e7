package dev.layerscope.render.kustomize.reference;

import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * A text after its variables were replaced.
 *
 * @param tag a type when the whole text was one variable, else that of texts
 */
record Expansion(String text, String tag) {
  /** Replaces {@code $(NAME)}; {@code $$} is a dollar, and what is not known stays. */
  static Expansion of(String input, Map<String, Tree> values) {
    var out = new StringBuilder();
    int at = 0;
    while (at < input.length()) {
      char c = input.charAt(at);
      if (c != '$' || at + 1 >= input.length()) {
        out.append(c);
        at++;
        continue;
      }
      char next = input.charAt(at + 1);
      int close = next == '(' ? input.indexOf(')', at + 2) : -1;
      if (close > 0) {
        String name = input.substring(at + 2, close);
        Optional<Tree> value = Optional.ofNullable(values.get(name)).filter(Tree::isScalar);
        if (value.isPresent() && input.length() == name.length() + 3) {
          return new Expansion(
              value.get().value(), typed(value.get().tag()) ? value.get().tag() : Tags.STRING);
        }
        out.append(value.map(Tree::value).orElse("$(" + name + ")"));
        at = close + 1;
      } else {
        out.append(next == '$' ? "$" : "$" + next);
        at += 2;
      }
    }
    return new Expansion(out.toString(), Tags.STRING);
  }

  private static boolean typed(String tag) {
    return tag.equals(Tags.INT) || tag.equals(Tags.FLOAT) || tag.equals(Tags.BOOL);
  }
}
