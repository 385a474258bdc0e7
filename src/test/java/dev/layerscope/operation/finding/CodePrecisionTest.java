package dev.layerscope.operation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How precise each code is: estates that have a mistake, and estates close by that have it not, are
 * changed by chance in what does not matter (other Applications beside them, the order of
 * everything, comments), and checked. {@code -Dmistakes=200} plants so many and prints a line for
 * every code; the default run looks at a few.
 */
class CodePrecisionTest {
  private static final int A_FEW = 10;

  /** Mistakes that are about all Applications of a folder: one more would be another estate. */
  private static final Set<String> OF_SIBLINGS =
      Set.of(
          "MissingFinalizerInfo",
          "WavesDoNotWaitWarning",
          "ApplicationSetError",
          "DuplicateGeneratedApplicationError",
          "InvalidGeneratedApplicationError");

  /** What says how the estate lies in git comes before what lies in it. */
  private static final Set<String> FIRST = Set.of("environment", "branch", "tip", "earlier", "tag");

  @TempDir private Path folder = Path.of(".");

  /** What was planted, what of it was found, and where the code was told without reason. */
  private static final class Tally {
    private int planted;
    private int found;
    private int told;
    private int withoutReason;
  }

  private final TreeMap<String, Tally> tallies = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyPlantedMistakeIsFoundAndNothingIsToldWithoutReason() throws Exception {
    List<String> codes = new ArrayList<>();
    for (Path file : FindingFixture.all()) {
      codes.add(file.getFileName().toString().replace(".txt", ""));
    }
    Collections.sort(codes);
    boolean asked = Integer.getInteger("mistakes") != null;
    int wanted = asked ? Integer.getInteger("mistakes") : A_FEW;
    var random = new Random(20261122);
    for (int i = 0; i < wanted; i++) {
      plant(asked ? codes.get(i % codes.size()) : codes.get(i * 9 % codes.size()), random);
    }
    if (asked) {
      print(wanted);
    }
    assertThat(wrong).isEmpty();
  }

  private void plant(String code, Random random) throws Exception {
    String text = Files.readString(FindingFixture.of(code).orElseThrow());
    String changed = changed(text, OF_SIBLINGS.contains(code), random);
    compare(code, codes(text, "wrong"), codes(changed, "wrong"), true);
    compare(code, codes(text, "right"), codes(changed, "right"), false);
  }

  private void compare(String code, Set<String> before, Set<String> after, boolean planted) {
    Tally own = tally(code);
    if (planted) {
      own.planted++;
      own.found += after.contains(code) ? 1 : 0;
      if (!after.contains(code)) {
        wrong.add(code + " was planted and not found; found: " + after);
      }
    }
    for (String told : after) {
      tally(told).told++;
      if (!before.contains(told)) {
        tally(told).withoutReason++;
        wrong.add(told + " is told in the estate of " + code + " that does not have it");
      }
    }
  }

  private Tally tally(String code) {
    return tallies.computeIfAbsent(code, unused -> new Tally());
  }

  private Set<String> codes(String text, String variant) throws Exception {
    return FindingFixture.resolve(text, variant, folder).findings().stream()
        .map(finding -> finding.code().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same estate, looking different. */
  private static String changed(String text, boolean alone, Random random) {
    var out = new StringBuilder();
    boolean both = false;
    for (String section : ("\n" + text).split("\n## ")) {
      if (section.isBlank()) {
        continue;
      }
      String name = section.lines().findFirst().orElseThrow();
      List<String> entries = entries(section.substring(name.length()), random);
      if (name.equals("both")) {
        both = true;
        entries.addAll(others(alone, random));
      }
      Collections.shuffle(entries, random);
      entries.sort(Comparator.comparing(entry -> !FIRST.contains(entry.split("[ \n]")[1])));
      out.append("## ").append(name).append('\n').append(String.join("", entries));
    }
    return both ? out.toString() : out + "## both\n" + String.join("", others(alone, random));
  }

  private static List<String> entries(String body, Random random) {
    var entries = new ArrayList<String>();
    for (String part : body.split("\n>>> ")) {
      if (!part.isBlank()) {
        boolean manifest = part.lines().findFirst().orElseThrow().matches("\\S+\\.yaml");
        String comment = manifest && random.nextBoolean() ? "# as agreed\n" : "";
        int end = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n') + 1;
        entries.add(
            ">>> "
                + part.substring(0, end).stripTrailing()
                + "\n"
                + comment
                + part.substring(end)
                + (part.endsWith("\n") ? "" : "\n"));
      }
    }
    return entries;
  }

  /** Applications beside it that have nothing to do with anything. */
  private static List<String> others(boolean alone, Random random) {
    var others = new ArrayList<String>();
    for (int i = alone ? -1 : random.nextInt(3); i >= 0; i--) {
      String name = "beside-%04x".formatted(random.nextInt(0x10000));
      others.add(">>> app " + name + " repo=beside path=" + name + "\n");
      others.add(
          ">>> beside:%s/config.yaml\n".formatted(name)
              + "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s, namespace: default}}\n"
                  .formatted(name));
    }
    return others;
  }

  private void print(int wanted) {
    System.out.println("| code | planted | found | told | without reason | precision |");
    System.out.println("|---|---|---|---|---|---|");
    tallies.forEach((code, t) ->
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %d | %d | %.2f |%n",
            code,
            t.planted,
            t.found,
            t.told,
            t.withoutReason,
            t.told == 0 ? 1.0 : (t.told - t.withoutReason) / (double) t.told));
    System.out.printf("%d mistakes planted, %d codes%n", wanted, tallies.size());
  }
}
