package dev.layerscope.diff.manifest;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import dev.layerscope.yaml.YamlReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares two single values: quantities as numbers, images by their parts, texts in their kinds.
 */
final class ScalarComparison {
  /** Where any kind keeps quantities, by the convention of {@code ResourceRequirements}. */
  private static final Pattern RESOURCES =
      Pattern.compile("(^|.*\\.)resources\\.(limits|requests)(\\.[^.\\[]+|\\[[^]]+])");

  private static final Pattern IN_TEXT = Pattern.compile("data\\[.+\\.(ya?ml|json)]");

  private ScalarComparison() {}

  /** None when both say the same; several when they are texts that hold YAML or JSON. */
  static List<FieldChange> compare(
      String path, String name, Scalar from, Scalar to, Shape.Reading reading) {
    String a = JsonText.of(from);
    String b = JsonText.of(to);
    if (a.equals(b) || sameNumber(path, from, to, reading)) {
      return List.of();
    }
    if (ArgoScalars.read(from) instanceof Value.Text(String before)
        && ArgoScalars.read(to) instanceof Value.Text(String after)) {
      return texts(path, name, before, after);
    }
    return List.of(new FieldChange(path, Optional.of(a), Optional.of(b)));
  }

  private static boolean sameNumber(String path, Scalar from, Scalar to, Shape.Reading reading) {
    String a = ArgoScalars.read(from).plain();
    String b = ArgoScalars.read(to).plain();
    Optional<BigDecimal> before = Optional.empty();
    Optional<BigDecimal> after = Optional.empty();
    if (reading == Shape.Reading.QUANTITY || RESOURCES.matcher(path).matches()) {
      before = Quantity.of(a);
      after = Quantity.of(b);
    } else if (reading == Shape.Reading.DURATION) {
      before = GoDuration.of(a);
      after = GoDuration.of(b);
    }
    return before.isPresent() && before.equals(after);
  }

  private static List<FieldChange> texts(String path, String name, String from, String to) {
    Optional<String> a = Optional.of(JsonText.of(Scalar.of(from)));
    Optional<String> b = Optional.of(JsonText.of(Scalar.of(to)));
    if (lines(from).equals(lines(to))) {
      return List.of(
          new FieldChange(
              path,
              a,
              b,
              FieldChange.Kind.LINE_ENDS,
              Optional.of("only line ends or the final line break")));
    }
    if (name.equals("image")) {
      ImageReference before = ImageReference.parse(from);
      ImageReference after = ImageReference.parse(to);
      boolean same = before.repository().equals(after.repository());
      return List.of(
          new FieldChange(
              path,
              a,
              b,
              same ? FieldChange.Kind.IMAGE_VERSION : FieldChange.Kind.IMAGE,
              Optional.of(before.differenceTo(after))));
    }
    Optional<List<FieldChange>> inside =
        IN_TEXT.matcher(path).matches() ? inside(path, from, to) : Optional.empty();
    return inside
        .map(below ->
            below.isEmpty()
                ? List.of(
                    new FieldChange(
                        path,
                        a,
                        b,
                        FieldChange.Kind.TEXT_FORMATTING,
                        Optional.of("the text says the same, written otherwise")))
                : below)
        .orElseGet(() -> List.of(new FieldChange(path, a, b)));
  }

  private static List<String> lines(String text) {
    return text.stripTrailing().lines().toList();
  }

  /** The differences of two texts that both hold one YAML or JSON mapping. */
  private static Optional<List<FieldChange>> inside(String path, String from, String to) {
    Optional<Mapping> a = only(from);
    Optional<Mapping> b = only(to);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    var changes = new ArrayList<FieldChange>();
    for (FieldChange change : ManifestComparison.compare(a.get(), b.get())) {
      changes.add(
          new FieldChange(
              path + " › " + change.path(),
              change.from(),
              change.to(),
              change.kind(),
              change.note().or(() -> Optional.of("inside the text"))));
    }
    return Optional.of(changes);
  }

  private static Optional<Mapping> only(String text) {
    List<Document> documents = YamlReader.read(text, dev.layerscope.yaml.Reading.ARGO);
    return documents.size() == 1
            && documents.getFirst() instanceof Document.Content(int line, Mapping root, var notices)
            && notices.isEmpty()
        ? Optional.of(root)
        : Optional.empty();
  }
}
