package dev.layerscope.conformance;

import dev.layerscope.argocd.ApplicationSet;
import dev.layerscope.render.generator.Interpolation;
import dev.layerscope.render.generator.template.GoNodes;
import dev.layerscope.render.generator.template.GoValue.Fields;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the cases of generators share: rows, sets as text, errors. */
final class GeneratorRows {
  private GeneratorRows() {}

  static boolean isGo(Case one) {
    return one.id().endsWith("gotemplate") || one.id().equals("appset-matrix-elements-yaml");
  }

  static Interpolation interpolation(Case one, List<String> options) {
    return new Interpolation(isGo(one), options);
  }

  static Optional<String> error(Optional<Node> error) {
    return error
        .filter(node -> !node.isNull())
        .map(node ->
            node.textAt("$error")
                .orElseGet(() -> {
                  List<Node> parts = items(node.at("$errorf"));
                  return parts
                      .getFirst()
                      .asText()
                      .orElseThrow()
                      .replaceFirst("%w", parts.get(1).textAt("$error").orElseThrow())
                      .replaceFirst(
                          "%s",
                          java.util.regex.Matcher.quoteReplacement(
                              parts.get(2).asText().orElseThrow()));
                }));
  }

  static List<Node> items(Optional<Node> list) {
    return list.orElse(Mapping.EMPTY) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  static List<String> texts(Optional<Node> list) {
    return texts(items(list));
  }

  static List<String> texts(List<Node> items) {
    return items.stream().map(item -> JsonText.of(withoutProject(item))).toList();
  }

  static String text(Optional<Node> node) {
    return JsonText.of(node.orElse(Mapping.EMPTY));
  }

  static String text(Fields fields) {
    return JsonText.of(withoutProject(GoNodes.node(fields)));
  }

  static Node withoutProject(Node node) {
    return node instanceof Mapping mapping ? mapping.without("project") : node;
  }

  interface Check {
    void check(Case one, Mapping row) throws Exception;
  }

  /**
   * Rows that say what becomes of a Kubernetes API that fails, or of no generator at all: here is
   * no such API, and no manifest can spell the other.
   */
  static boolean isAboutAServer(Mapping row) {
    return ApplicationSet.isTrue(row.get("clientError"))
        || row.mapping("args")
            .flatMap(args -> args.get("requestedGenerator"))
            .filter(Node::isNull)
            .isPresent();
  }

  /** What a row says of a repository that cannot be read. */
  static Optional<String> brokenRepository(Mapping row) {
    return error(row.get("repoError")).or(() -> error(row.get("repoPathsError")));
  }

  static Stream<DynamicTest> rows(String prefix, Check check) {
    return Case.startingWith(prefix).stream()
        .flatMap(one ->
            one.rows().stream()
                .filter(row -> !isAboutAServer(row))
                .map(row ->
                    DynamicTest.dynamicTest(
                        one + " " + JsonText.of(row), () -> check.check(one, row))));
  }
}
