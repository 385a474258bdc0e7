package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.NoRepositories;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreePath;
import dev.layerscope.render.content.ParsedFiles;
import dev.layerscope.render.kustomize.BuildOptions;
import dev.layerscope.render.kustomize.Built;
import dev.layerscope.render.kustomize.KustomizationEdit;
import dev.layerscope.render.kustomize.KustomizePrint;
import dev.layerscope.render.kustomize.KustomizeRenderer;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every kustomization of the corpora, built by ours and by {@code kubectl kustomize}. Takes
 * minutes, so it runs only when asked for: {@code ./mvnw -o -q test -Dtest=KubectlComparisonTest
 * -Dkubectl.compare=FOLDER}, where the folder holds checkouts of the repositories.
 */
class KubectlComparisonTest {
  private final KustomizeRenderer renderer =
      new KustomizeRenderer(new NoRepositories(), new ParsedFiles());
  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, Integer> used = new TreeMap<>();
  private final List<String> otherBytes = new ArrayList<>();
  private int built;
  private int equal;
  private int bothFail;
  private int marked;
  private int notBuilt;

  @Test
  void everyKustomizationThatKubectlBuildsIsBuiltEqually() throws Exception {
    for (Checkout checkout : Checkout.named("kubectl.compare")) {
      for (Path directory : checkout.kustomizations()) {
        Fidelity.fields(checkout.texts(directory)).forEach(f -> used.merge(f, 1, Integer::sum));
        compare(checkout.snapshot(), checkout.root(), directory);
      }
    }
    System.out.printf(
        "kubectl: builds %d; of these %d equal in meaning, %d of them in order and bytes; %d fail"
            + " in both, %d marked, %d built by us alone, %d silently wrong%n",
        built, equal, equal - otherBytes.size(), bothFail, marked, notBuilt, wrong.size());
    otherBytes.stream().limit(20).forEach(name -> System.out.println("  other bytes: " + name));
    reasons.forEach((why, count) -> System.out.println("  marked " + count + ": " + why));
    wrong.forEach(System.out::println);
    if (System.getProperty("fidelity", "").equals("update")) {
      Files.writeString(Fidelity.KUBECTL, figures());
    }
    assertThat(wrong).isEmpty();
  }

  /** What docs/fidelity.md tells of this. */
  private String figures() {
    var text = new StringBuilder();
    text.append(
        "built=%d\nequal=%d\nbytes=%d\n".formatted(built, equal, equal - otherBytes.size()));
    text.append("others=%d\nwrong=%d\n".formatted(bothFail + marked, wrong.size()));
    used.forEach((field, count) -> text.append("used.%s=%d\n".formatted(field, count)));
    return text.toString();
  }

  private void compare(Snapshot snapshot, Path repository, Path directory) throws Exception {
    String path = repository.relativize(directory).toString();
    Built built =
        renderer.build(
            snapshot,
            snapshot.find(TreePath.clean(path).orElseThrow()).orElseThrow(),
            BuildOptions.DEFAULT,
            KustomizationEdit.NONE);
    Kubectl.Ran ran = Kubectl.kustomize(directory);
    Optional<String> output = ran.output();
    String name = repository.getFileName() + "/" + path;
    if (output.isPresent()) {
      this.built++;
    }
    if (output.isEmpty()) {
      if (built.failed()) {
        bothFail++;
      } else if (!built.certainty().exact()) {
        mark(built);
      } else {
        notBuilt++;
        wrong.add(name + ": kubectl fails: " + ran.error().lines().findFirst().orElse(""));
      }
      return;
    }
    List<String> expected =
        YamlReader.read(output.get(), Reading.ARGO).stream()
            .filter(Document.Content.class::isInstance)
            .map(d -> JsonText.of(((Document.Content) d).root()))
            .toList();
    List<String> actual = built.manifests().stream().map(m -> JsonText.of(m.root())).toList();
    if (expected.equals(actual)) {
      equal++;
      if (!KustomizePrint.print(built.manifests()).equals(output.get())) {
        otherBytes.add(name);
      }
    } else if (!built.certainty().exact()) {
      mark(built);
    } else {
      wrong.add(name + ": " + difference(expected, actual, built));
    }
  }

  private void mark(Built built) {
    marked++;
    built
        .certainty()
        .why()
        .forEach(why -> reasons.merge(why.replaceAll("https?://.*", "…"), 1, Integer::sum));
  }

  private static String difference(List<String> expected, List<String> actual, Built built) {
    if (built.failed()) {
      return built.findings().getFirst().message();
    }
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(nothing)";
      String got = i < actual.size() ? actual.get(i) : "(nothing)";
      if (!wanted.equals(got)) {
        int at = 0;
        while (at < Math.min(wanted.length(), got.length())
            && wanted.charAt(at) == got.charAt(at)) {
          at++;
        }
        int from = Math.max(0, at - 120);
        return "object %d%n   kubectl …%s%n   ours    …%s"
            .formatted(
                i,
                wanted.substring(from, Math.min(wanted.length(), at + 120)),
                got.substring(from, Math.min(got.length(), at + 120)));
      }
    }
    return "";
  }
}
