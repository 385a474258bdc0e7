package dev.layerscope.edit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.edit.RefusedException;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizationEntriesTest {
  private static final List<String> NEW = List.of("n-namespace.yaml", "n.yaml");

  private static String add(String text) throws RefusedException {
    return KustomizationEntries.add("kustomization.yaml", text, NEW);
  }

  @Test
  void entriesComeBehindTheLastOneInItsIndentAndQuotes() throws RefusedException {
    assertThat(add("resources:\n- 'b.yaml' # first\n- \"a.yaml\"\nnamePrefix: x-\n"))
        .isEqualTo(
            """
            resources:
            - 'b.yaml' # first
            - "a.yaml"
            - "n-namespace.yaml"
            - "n.yaml"
            namePrefix: x-
            """);
  }

  @Test
  void aSortedListStaysSorted() throws RefusedException {
    assertThat(add("resources:\n  - a.yaml\n  # the last\n  - z.yaml\n"))
        .isEqualTo(
            "resources:\n  - a.yaml\n  - n-namespace.yaml\n  - n.yaml\n  # the last\n  - z.yaml\n");
  }

  @Test
  void lineEndsOfWindowsAndAMissingLastOneStay() throws RefusedException {
    assertThat(add("resources:\r\n  - b.yaml\r\n  - a.yaml"))
        .isEqualTo("resources:\r\n  - b.yaml\r\n  - a.yaml\r\n  - n-namespace.yaml\r\n  - n.yaml");
  }

  @Test
  void aListInBracketsGrowsInItsBrackets() throws RefusedException {
    assertThat(add("resources: [b.yaml, a.yaml] # all\n"))
        .isEqualTo("resources: [b.yaml, a.yaml, n-namespace.yaml, n.yaml] # all\n");
  }

  @Test
  void aKustomizationWithoutResourcesGetsSomeAtItsEnd() throws RefusedException {
    assertThat(add("kind: Kustomization"))
        .isEqualTo("kind: Kustomization\nresources:\n  - n-namespace.yaml\n  - n.yaml");
  }

  @Test
  void whatIsListedAlreadyIsNotListedTwice() throws RefusedException {
    assertThat(add("resources:\n- n.yaml\n- n-namespace.yaml\n"))
        .isEqualTo("resources:\n- n.yaml\n- n-namespace.yaml\n");
  }

  @Test
  void dotsInFrontAreKeptUp() throws RefusedException {
    assertThat(add("resources:\n- ./b.yaml\n- ./a.yaml\n"))
        .isEqualTo("resources:\n- ./b.yaml\n- ./a.yaml\n- ./n-namespace.yaml\n- ./n.yaml\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: {{ .Values.resources }}\n",
        "resources: text\n",
        "resources:\n- a: b\n",
        "resources:\n- a.yaml\n---\nresources:\n- b.yaml\n",
        "resources: [\n",
        "resources:\n- >-\n  a.yaml\n",
        "x: &x\n- a.yaml\nresources: *x\n"
      })
  void whereNoPlaceIsSafeItIsRefusedWithWhatToPaste(String text) {
    assertThatThrownBy(() -> add(text))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal().hint()).contains("n-namespace.yaml, n.yaml"));
  }

  /** Every line of the old text is in the new one, in order; what is new are our lines alone. */
  @Test
  void nothingButTheAnnouncedLinesChangesInAThousandShapes() {
    var random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      String text = shape(random);
      try {
        String after = add(text);
        assertThat(names(after)).as(text).containsAll(NEW);
        assertThat(withoutOurs(after))
            .as(text)
            .isEqualTo(withoutOurs(text + end(text)).stripTrailing() + trailing(after, text));
      } catch (RefusedException e) {
        refused++;
      }
    }
    assertThat(refused).isZero();
  }

  private static String end(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Both without our lines end alike but for the last line end. */
  private static String trailing(String after, String text) {
    String kept = withoutOurs(after);
    String old = withoutOurs(text + end(text)).stripTrailing();
    return kept.startsWith(old) && kept.substring(old.length()).isBlank()
        ? kept.substring(old.length())
        : "!";
  }

  private static String withoutOurs(String text) {
    var kept = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      String bare = line.strip().replaceAll("[-'\" ]", "").replace("./", "");
      boolean ours = NEW.stream().anyMatch(n -> bare.equals(n.replace("-", "")));
      if (!ours) {
        kept.append(line);
      }
    }
    return kept.toString();
  }

  private static String shape(Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    String indent = " ".repeat(random.nextInt(5));
    String gap = " ".repeat(1 + random.nextInt(3));
    String quote = List.of("", "'", "\"").get(random.nextInt(3));
    var text = new StringBuilder(random.nextInt(4) == 0 ? "# über alles 🙂" + end : "");
    text.append("kind: Kustomization").append(end);
    text.append("resources:").append(random.nextInt(3) == 0 ? " # what there is" : "").append(end);
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        text.append(indent).append("# comment ").append(i).append(end);
      }
      text.append(indent)
          .append('-')
          .append(gap)
          .append(quote)
          .append((char) ('a' + random.nextInt(26)))
          .append(i)
          .append(".yaml")
          .append(quote);
      text.append(quote.isEmpty() && random.nextInt(4) == 0 ? "\t# tab" : "").append(end);
    }
    if (random.nextBoolean()) {
      text.append("patches:").append(end).append("- path: p.yaml").append(end);
    }
    if (random.nextInt(3) == 0) {
      text.setLength(text.length() - end.length());
    }
    return text.toString();
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    if (YamlReader.read(text, Reading.KYAML).getFirst() instanceof Document.Content content
        && content.root() instanceof Mapping root) {
      root.sequence("resources")
          .orElseThrow()
          .items()
          .forEach(item -> names.add(((Scalar) item).text()));
    }
    return names;
  }
}
