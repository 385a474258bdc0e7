package dev.layerscope.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A change made up for any text: only the stretch announced differs and what comes out can be read,
 * or there is a reason.
 */
public final class MutatedSplice {
  private MutatedSplice() {}

  /** Fails where a splice touches more than it says, or breaks a text that could be read. */
  public static void check(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    var random = new Random(text.hashCode());
    List<Document> documents = YamlReader.read(text, Reading.ARGO);
    boolean sound = documents.stream().allMatch(d -> d instanceof Document.Content);
    if (documents.isEmpty() || !sound) {
      return;
    }
    int at = random.nextInt(documents.size());
    YamlPath path = YamlPath.root(at);
    Node node = ((Document.Content) documents.get(at)).root();
    for (int depth = random.nextInt(6); depth > 0; depth--) {
      if (node instanceof Mapping m && !m.isEmpty()) {
        Mapping.Entry entry = m.entries().get(random.nextInt(m.entries().size()));
        path = path.down(entry.name());
        node = entry.value();
      } else if (node instanceof Sequence s && !s.items().isEmpty()) {
        int item = random.nextInt(s.items().size());
        path = path.item(item);
        node = s.items().get(item);
      }
    }
    checked(text, made(random, text, path, node));
  }

  private static Spliced made(Random random, String text, YamlPath path, Node node) {
    Node value = Scalar.of("made: up\n# twice");
    if (!path.steps().isEmpty() && random.nextInt(3) == 0) {
      return Splice.delete(text, path);
    }
    if (node instanceof Mapping) {
      return Splice.put(text, path.down("made-up"), value);
    }
    return node instanceof Sequence
        ? Splice.append(text, path, value)
        : Splice.replace(text, path, value);
  }

  private static void checked(String text, Spliced spliced) {
    switch (spliced) {
      case Spliced.Done(String after, Spliced.Change change) -> {
        assertThat(after).startsWith(text.substring(0, change.from()));
        assertThat(after).endsWith(text.substring(change.to()));
        assertThat(YamlReader.read(after, Reading.ARGO))
            .allMatch(document -> !(document instanceof Document.Broken));
      }
      case Spliced.Refused(String reason, String ignored) -> assertThat(reason).isNotBlank();
    }
  }
}
