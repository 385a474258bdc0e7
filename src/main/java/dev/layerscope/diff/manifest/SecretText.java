package dev.layerscope.diff.manifest;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Place;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a file, fit to be shown: values of Secrets and literals of secret generators masked,
 * line by line, so that every other character stays where it is. A file that mentions Secrets and
 * cannot be read loses every value.
 */
public final class SecretText {
  private static final Set<String> GENERATED = Set.of("literals");

  private final List<String> lines;

  private SecretText(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** Whether anything of a text may be masked at all. */
  public static boolean mayHold(String text) {
    return text.contains("Secret") || text.contains("secretGenerator");
  }

  /** The lines of a text, as many as it has. */
  public static List<String> masked(String text) {
    var masked = new SecretText(text.lines().toList());
    if (mayHold(text)) {
      List<Document> documents = YamlReader.read(text, Reading.ARGO);
      boolean broken = documents.stream().anyMatch(Document.Broken.class::isInstance);
      for (Document document : documents) {
        if (!broken && document instanceof Document.Content content) {
          masked.node(content.root());
        }
      }
      if (broken) {
        masked.everything();
      }
    }
    return masked.lines;
  }

  private void node(Node node) {
    switch (node) {
      case Mapping mapping -> mapping(mapping);
      case Sequence list -> list.items().forEach(this::node);
      case Scalar ignored -> {}
    }
  }

  private void mapping(Mapping mapping) {
    boolean secret = SecretValues.isSecret(mapping);
    for (Mapping.Entry entry : mapping.entries()) {
      if (secret && SecretValues.FIELDS.contains(entry.name())) {
        values(entry.value());
      } else if (entry.name().equals("secretGenerator") && entry.value() instanceof Sequence list) {
        list.items().forEach(this::generator);
      } else {
        node(entry.value());
      }
    }
  }

  private void generator(Node generator) {
    for (String field : GENERATED) {
      generator.at(field).ifPresent(this::values);
    }
  }

  private void values(Node node) {
    switch (node) {
      case Mapping mapping -> mapping.entries().forEach(entry -> values(entry.value()));
      case Sequence list -> list.items().forEach(this::values);
      case Scalar scalar -> hide(scalar.place());
    }
  }

  /** The first line keeps what stands before the value, the others their indent. */
  private void hide(Place place) {
    for (int line = place.line();
        line > 0 && line <= Math.min(place.endLine(), lines.size());
        line++) {
      String text = lines.get(line - 1);
      boolean first = line == place.line();
      boolean beyond = line == place.endLine() && place.endColumn() <= 1 && !first;
      if (!beyond && !text.isBlank()) {
        int begin = first ? offset(text, place.column()) : indent(text);
        int end = line == place.endLine() ? offset(text, place.endColumn()) : text.length();
        lines.set(
            line - 1,
            text.substring(0, begin)
                + SecretValues.MASK
                + text.substring(Math.max(begin, Math.min(end, text.length()))));
      }
    }
  }

  private static int offset(String text, int column) {
    int points = Math.min(column - 1, text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, Math.max(0, points));
  }

  private static int indent(String text) {
    return text.length() - text.stripLeading().length();
  }

  private void everything() {
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      int colon = Optional.of(text.indexOf(": ")).filter(at -> at > 0).orElse(-1);
      boolean identity = text.strip().startsWith("kind:") || text.strip().startsWith("apiVersion:");
      if (!identity && !text.isBlank()) {
        lines.set(
            i,
            colon > 0
                ? text.substring(0, colon + 2) + SecretValues.MASK
                : text.substring(0, indent(text)) + SecretValues.MASK);
      }
    }
  }
}
