package dev.layerscope.render.kustomize.transform;

import dev.layerscope.render.kustomize.file.Replacement;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.GoJson;
import dev.layerscope.render.kustomize.tree.PathMatches;
import dev.layerscope.render.kustomize.tree.Paths;
import dev.layerscope.render.kustomize.tree.Tree;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlPrinter;
import dev.layerscope.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A field whose text is JSON or YAML of its own, and into which a replacement reaches (since
 * Kustomize 5.8).
 *
 * @param field the text
 * @param content the text, parsed
 * @param below the rest of the path, inside the text
 */
record StructuredText(Tree field, Tree content, List<String> below) {
  /** Texts that every writer of YAML leaves without quotes. */
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9._/@-]*");

  /** The first text on the way of a path that can be parsed; empty when there is none. */
  static Optional<StructuredText> find(Tree root, List<String> path) {
    for (int i = 1; i < path.size(); i++) {
      Optional<Tree> field = field(root, path.subList(0, i));
      Optional<Tree> content = field.flatMap(text -> parsed(text.value()));
      if (content.isPresent()) {
        return Optional.of(
            new StructuredText(field.get(), content.get(), path.subList(i, path.size())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree> field(Tree root, List<String> path) {
    try {
      return Paths.lookup(root, path).filter(Tree::isScalar);
    } catch (BuildException notThisWay) {
      return Optional.empty();
    }
  }

  private static Optional<Tree> parsed(String text) {
    for (Document document : YamlReader.read(text, Reading.KYAML)) {
      switch (document) {
        case Document.Content content -> {
          return Optional.of(Tree.foreign(content.root()));
        }
        case Document.Broken ignored -> {
          return Optional.empty();
        }
        case Document.Empty ignored -> {}
      }
    }
    return Optional.empty();
  }

  /**
   * Sets the value inside the text and writes the text anew.
   *
   * @param inexact told what may come out otherwise
   * @return whether there was a place to set it; otherwise the path is to be understood as usual
   */
  boolean set(Tree value, Replacement.FieldOptions options, Consumer<String> inexact) {
    String before = YamlPrinter.print(content.toNode()).strip();
    try {
      Optional<Tree.Kind> create = options.create() ? Optional.of(value.kind()) : Optional.empty();
      List<Tree> places = PathMatches.find(content, below, create);
      for (Tree place : places) {
        judge(place, value, options, inexact);
        Replacements.set(place, value.copy(), options);
      }
      if (places.isEmpty()) {
        return false;
      }
    } catch (BuildException notInThere) {
      return false;
    }
    field.setValue(written(before, inexact));
    return true;
  }

  private static void judge(
      Tree place, Tree value, Replacement.FieldOptions options, Consumer<String> inexact) {
    if (!options.delimiter().isEmpty()) {
      inexact.accept(
          "replacements: a delimiter inside structured data is honoured by some versions only");
    }
    boolean number = place.isScalar() && !place.isString();
    if (number && !value.value().matches("-?\\d{1,15}")) {
      inexact.accept("replacements: a number inside structured data gets another type");
    }
  }

  private String written(String before, Consumer<String> inexact) {
    String old = field.value().strip();
    if (old.startsWith("{") || old.startsWith("[")) {
      boolean pretty = field.value().contains("\n") && field.value().contains("  ");
      return pretty ? GoJson.indented(content.toNode()) : GoJson.compact(content.toNode());
    }
    String written = YamlPrinter.print(content.toNode()).strip();
    if (!before.equals(old) || !simple(before, written)) {
      // The tool keeps comments and quotes of the text; this tree does not know them.
      inexact.accept("replacements: the layout of YAML inside a text is written anew");
    }
    return written;
  }

  /** Whether every line that changed ends in a word that nobody quotes. */
  private static boolean simple(String before, String written) {
    List<String> known = before.lines().toList();
    return written
        .lines()
        .filter(line -> !known.contains(line))
        .map(line -> line.substring(Math.max(line.lastIndexOf(": ") + 2, 0)))
        .map(end -> end.startsWith("- ") ? end.substring(2) : end.strip())
        .allMatch(end -> SIMPLE.matcher(end).matches());
  }
}
