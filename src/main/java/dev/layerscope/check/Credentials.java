package dev.layerscope.check;

import dev.layerscope.argocd.Source;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.finding.Location;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Credentials in the values an Application gives to its chart. The value itself is never shown. */
public final class Credentials implements Rule.OfNode {
  private static final Set<String> NAMES =
      Set.of(
          "password",
          "passwd",
          "rootpassword",
          "adminpassword",
          "apikey",
          "accesskey",
          "secretkey",
          "secretaccesskey",
          "privatekey",
          "token",
          "accesstoken",
          "clientsecret");
  private static final int SHORTEST = 6;

  /** What says that its mapping points at a secret: its keys are names, then, and no values. */
  private static final Set<String> POINTERS =
      Set.of(
          "remoteref",
          "remotekey",
          "property",
          "sourceref",
          "existingsecret",
          "existingsecretname",
          "secretname",
          "secretref",
          "secretkeyref");

  /** Mappings of names that credentials have in a secret. */
  private static final Set<String> KEYS_OF_SECRETS =
      Set.of("secretkeys", "existingsecretkeys", "secretkeynames");

  /** A reference to a secret kept elsewhere, a template, an encrypted value. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i)[$<{(].*|ref\\+.*|vault:.*|avp:.*|enc\\[.*|.*/.*/.*|true|false|null");

  /**
   * Where a credential was met: the path of its key, and its line; 0 when the line is not known.
   */
  interface Sink {
    void met(String path, int line);
  }

  @Override
  public List<Finding> check(HierarchyNode node, Estate estate) {
    if (node.application().isEmpty()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    for (Source source : Estate.application(node).sources()) {
      source.helm().ifPresent(helm -> helm(helm, told(node, findings)));
    }
    return findings;
  }

  private static Sink told(HierarchyNode node, List<Finding> findings) {
    return (path, line) -> {
      Location place = line > 0 ? node.manifest().origin().line(line) : node.manifest().location();
      findings.add(finding(node, path, place));
    };
  }

  static Finding finding(HierarchyNode node, String path, Location place) {
    return Finding.of(
        FindingCode.CREDENTIAL_IN_VALUES_WARNING,
        "%s gives its chart %s in clear: whoever reads the repository reads it"
            .formatted(node.name(), path),
        place);
  }

  private static void helm(Mapping helm, Sink sink) {
    helm.mapping("valuesObject").ifPresent(values -> walk(values, "", 0, sink));
    helm.get("values")
        .filter(Scalar.class::isInstance)
        .flatMap(values -> values.asText().flatMap(text -> parsed(text)))
        .ifPresent(
            values -> walk(values, "", helm.get("values").orElse(values).place().line(), sink));
    for (Node item : helm.sequence("parameters").map(Sequence::items).orElse(List.of())) {
      if (item instanceof Mapping parameter) {
        String name = parameter.textAt("name").orElse("");
        parameter
            .get("value")
            .ifPresent(value -> leaf(name, value, parameter.place().line(), sink));
      }
    }
  }

  static Optional<Mapping> parsed(String text) {
    List<Document> documents = YamlReader.read(text, Reading.ARGO);
    return documents.size() == 1
            && documents.getFirst() instanceof Document.Content content
            && content.root() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /**
   * @param base the line a block of text begins on; 0 when places are the file's own
   */
  static void walk(Mapping values, String path, int base, Sink sink) {
    boolean names = KEYS_OF_SECRETS.contains(last(path));
    boolean points = values.entries().stream().anyMatch(Credentials::points);
    for (Mapping.Entry entry : values.entries()) {
      if (names || points && last(entry.name()).equals("secretkey")) {
        continue;
      }
      String name = path.isEmpty() ? entry.name() : path + "." + entry.name();
      switch (entry.value()) {
        case Mapping mapping -> walk(mapping, name, base, sink);
        case Scalar scalar ->
            leaf(name, scalar, base > 0 ? base : entry.key().place().line(), sink);
        case Sequence sequence -> {
          for (Node item : sequence.items()) {
            if (item instanceof Mapping mapping) {
              walk(mapping, name + "[]", base, sink);
            }
          }
        }
      }
    }
  }

  private static boolean points(Mapping.Entry entry) {
    return POINTERS.contains(last(entry.name()))
        && !entry.value().asText().map(String::isEmpty).orElse(false);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1)
        .replaceAll("[-_]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static void leaf(String path, Node value, int line, Sink sink) {
    String text = value.asText().orElse("");
    if (NAMES.contains(last(path))
        && text.length() >= SHORTEST
        && !ELSEWHERE.matcher(text).matches()) {
      sink.met(path, line);
    }
  }
}
