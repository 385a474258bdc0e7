package dev.layerscope.yaml;

/**
 * The {@code {{…}}} of a text: within its values, as in an ApplicationSet, they are text like any
 * other; between them, or in comments, a template is steered by them.
 */
final class Placeholders {
  private static final String OPEN = "{{";

  private Placeholders() {}

  /** Whether all of them stand within keys and values. */
  static boolean onlyInValues(String text) {
    int within = 0;
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content) {
        within += in(content.root());
      }
    }
    return within == count(text);
  }

  private static int in(Node node) {
    return switch (node) {
      case Scalar scalar -> count(scalar.text());
      case Sequence sequence -> sequence.items().stream().mapToInt(Placeholders::in).sum();
      case Mapping mapping ->
          mapping.entries().stream().mapToInt(e -> count(e.name()) + in(e.value())).sum();
    };
  }

  private static int count(String text) {
    int many = 0;
    for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + OPEN.length())) {
      many++;
    }
    return many;
  }
}
