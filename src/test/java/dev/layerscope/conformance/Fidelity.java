package dev.layerscope.conformance;

import dev.layerscope.render.kustomize.file.Kustomization;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that says, field by field, how near the built-in Kustomize comes to the tool. */
final class Fidelity {
  static final Path PAGE = Path.of("docs", "fidelity.md");

  /** What the comparison with kubectl counted when it was last asked to write it down. */
  static final Path KUBECTL = Path.of("src", "test", "resources", "fidelity", "kubectl.properties");

  /** What is not the same, by field; everything else is. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          "resources",
          "marked: files behind `http(s)://`, and repositories that the workspace does not have",
          "components",
          "marked: repositories that the workspace does not have",
          "helmCharts",
          "rendered by Helm and so *assumed*; marked: a chart that nobody has here, no"
              + " `--enable-helm`",
          "helmChartInflationGenerator",
          "marked: its charts are not rendered",
          "openapi",
          "marked: a file that only a base names, and scopes (`paths`) in a file",
          "generators",
          "marked: `HelmChartInflationGenerator`; programs are never run",
          "transformers",
          "marked: `ValueAddTransformer`; programs are never run",
          "validators",
          "marked: `ValueAddTransformer`; programs are never run",
          "replacements",
          "marked: YAML inside a text whose layout is not the plain one, a delimiter in there",
          "labels",
          "marked: `includeTemplates` over a StatefulSet with volume claims (see versions)");

  private Fidelity() {}

  /** How many cases use a field, and how they came out. */
  static final class Row {
    private int cases;
    private int meaning;
    private int bytes;

    void count(boolean equal, boolean sameBytes) {
      cases++;
      meaning += equal ? 1 : 0;
      bytes += sameBytes ? 1 : 0;
    }
  }

  static Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    Kustomization.fields().forEach(field -> rows.put(field, new Row()));
    return rows;
  }

  /** The fields that any of some kustomization files uses. */
  static Collection<String> fields(Stream<String> kustomizations) {
    return kustomizations
        .flatMap(text -> YamlReader.read(text, Reading.ARGO).stream())
        .filter(Document.Content.class::isInstance)
        .map(document -> ((Document.Content) document).root())
        .filter(Mapping.class::isInstance)
        .flatMap(root -> ((Mapping) root).keys().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String page(Map<String, Row> rows, int cases, int meaning, int bytes) throws IOException {
    Properties kubectl = new Properties();
    try (var in = Files.newBufferedReader(KUBECTL)) {
      kubectl.load(in);
    }
    var out = new StringBuilder(head(cases, meaning, bytes, kubectl));
    rows.forEach((field, row) ->
        out.append(
            "| `%s` | %s | %d | %d | %d | %s |%n"
                .formatted(
                    field,
                    kubectl.getProperty("used." + field, "0"),
                    row.cases,
                    row.meaning,
                    row.bytes,
                    DIFFERENCES.getOrDefault(field, "none known"))));
    return out.append(FOOT).toString().replace("\r\n", "\n");
  }

  private static String head(int cases, int meaning, int bytes, Properties kubectl) {
    return """
    # How near the built-in Kustomize comes

    Written by `./mvnw -q test -Dtest=KustomizeCasesTest -Dfidelity=update` from what the runners count; a test holds it
    against the fields that are read. The measure is Kustomize 5.8.1, the version Argo CD ships.

    *Equal in meaning*: the same objects in the same order, every value of the same type. *Equal in order and bytes*: the
    printed text is the same. *Marked*: the result is approximate or opaque and says so by name, on the node and on the
    command line; nothing is silently different.

    | measured against | kustomizations | equal in meaning | in order and bytes | marked | silently wrong |
    |---|---|---|---|---|---|
    | the cases of Kustomize's own tests | %d | %d | %d | 0 | 0 |
    | `kubectl kustomize` on real repositories | %s | %s | %s | 0 | %s |

    Of the real kustomizations %s more cannot be built by `kubectl` without a network, and are marked here or fail in both.

    ## Field by field

    Used: kustomizations of the real repositories with the field. Cases: those of Kustomize's tests whose files have it.

    | field | used | cases | equal in meaning | in order and bytes | remaining difference |
    |---|---|---|---|---|---|
    """
        .formatted(
            cases,
            meaning,
            bytes,
            kubectl.getProperty("built"),
            kubectl.getProperty("equal"),
            kubectl.getProperty("bytes"),
            kubectl.getProperty("wrong"),
            kubectl.getProperty("others"));
  }

  private static final String FOOT =
      """

      ## Versions

      Kustomize changes between versions; the built-in one does as follows where 5.8.1 and its successors differ.

      | what | 5.8.1 | successors | here |
      |---|---|---|---|
      | a delimiter of `replacements` inside structured data | ignored | honoured | honoured, and marked |
      | `labels[].includeVolumeClaimTemplates` | unknown field | known | known |
      | digests other than sha256 in `images` | not recognised | recognised | recognised |
      | `volumeClaimTemplates` by `labels[].includeTemplates` | labelled | left alone | left alone, and marked |
      | scope of ValidatingAdmissionPolicy | unknown | cluster | cluster |

      `kubectl` 1.32 has Kustomize 5.5: structured text in `replacements` is the one field of the table it does not know.

      ## Not covered by any case

      A text with the character U+007F makes the tool fail and is built here; U+2028 and U+2029 are printed otherwise.
      Messages of errors name paths from the root of the repository, where the tool names those of the disk.
      """;
}
