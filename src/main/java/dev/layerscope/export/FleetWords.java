package dev.layerscope.export;

import dev.layerscope.diff.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a comparison says about a fleet: which roots change alike, and which do not. */
public final class FleetWords {
  /** More ways to change than this are counted. */
  private static final int MOST_WAYS = 4;

  /** More names than this are counted. */
  private static final int MOST_NAMES = 5;

  private static final int MOST_LISTED = 100;

  private FleetWords() {}

  /** Names one after the other; of very many the first ones. */
  static String listed(List<String> names) {
    int more = names.size() - MOST_LISTED;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_LISTED)) + " and " + more + " more";
  }

  /** One sentence, as {@code 60 roots: 57 change alike, 1 no longer renders (x).}; none for one. */
  public static List<String> of(DiffDocument document) {
    Map<String, List<Integer>> byRoot = results(document);
    if (byRoot.size() < 2 || document.paired()) {
      return List.of();
    }
    Map<List<Integer>, List<String>> ways = new LinkedHashMap<>();
    var broken = new ArrayList<String>();
    var unknown = new ArrayList<String>();
    List<DiffDocument.Application> differing = document.differing();
    byRoot.forEach((root, results) -> {
      List<DiffDocument.Application> untold =
          results.stream()
              .map(differing::get)
              .filter(application -> application.effective() == Change.UNKNOWN)
              .toList();
      (untold.isEmpty()
              ? ways.computeIfAbsent(results, unused -> new ArrayList<>())
              : untold.stream().anyMatch(DiffDocument.Application::rendersNoLonger)
                  ? broken
                  : unknown)
          .add(root);
    });
    List<String> same = Optional.ofNullable(ways.remove(List.<Integer>of())).orElse(List.of());
    var parts = new ArrayList<String>(alike(ways.values()));
    List<String> own =
        ways.values().stream().filter(w -> w.size() == 1).map(List::getFirst).toList();
    part(own, own.size() == 1 ? "changes in its own way" : "change each in its own way", parts);
    part(broken, broken.size() == 1 ? "no longer renders" : "no longer render", parts);
    part(unknown, "cannot be told", parts);
    part(same, same.size() == 1 ? "stays as it is" : "stay as they are", parts);
    return List.of(roots(byRoot.size()) + ": " + String.join(", ", parts) + ".");
  }

  /** Ways to change that several roots share, the commonest first. */
  private static List<String> alike(Collection<List<String>> ways) {
    List<List<String>> shared =
        ways.stream()
            .filter(way -> way.size() > 1)
            .sorted(Comparator.comparingInt((List<String> way) -> -way.size()))
            .toList();
    var parts = new ArrayList<String>();
    for (int i = 0; i < Math.min(MOST_WAYS, shared.size()); i++) {
      part(shared.get(i), i == 0 ? "change alike" : "change alike in another way", parts);
    }
    int rest = shared.stream().skip(MOST_WAYS).mapToInt(List::size).sum();
    if (rest > 0) {
      parts.add(rest + " change in " + (shared.size() - MOST_WAYS) + " more ways");
    }
    return parts;
  }

  private static void part(List<String> roots, String how, List<String> parts) {
    if (!roots.isEmpty()) {
      String names = roots.size() <= MOST_NAMES ? " (" + String.join(", ", roots) + ")" : "";
      parts.add(roots.size() + " " + how + names);
    }
  }

  /** Per root the results that differ, by their place among all. */
  private static Map<String, List<Integer>> results(DiffDocument document) {
    Map<String, List<Integer>> byRoot = new LinkedHashMap<>();
    var all = new LinkedHashSet<String>();
    document.applications().stream()
        .filter(a -> a.elsewhere().isEmpty())
        .forEach(a -> all.addAll(a.change().roots()));
    all.stream().sorted().forEach(root -> byRoot.put(root, new ArrayList<>()));
    List<DiffDocument.Application> differing = document.differing();
    for (int i = 0; i < differing.size(); i++) {
      for (String root : differing.get(i).change().roots()) {
        byRoot.computeIfAbsent(root, unused -> new ArrayList<>()).add(i);
      }
    }
    return byRoot;
  }

  private static String roots(int many) {
    return DiffWords.count(many, "root", "roots");
  }

  /** All of a few names; of many, how many there are and the first. */
  public static String brief(List<String> roots) {
    return roots.size() <= MOST_NAMES
        ? String.join(", ", roots)
        : roots(roots.size()) + ": " + String.join(", ", roots.subList(0, MOST_NAMES)) + " …";
  }

  /** Whether {@link #brief} leaves any out. */
  static boolean isMany(List<String> roots) {
    return roots.size() > MOST_NAMES;
  }

  /** Both sides as a title: what one side replaces is what somebody wants to read. */
  static String title(DiffDocument document) {
    String from = document.from();
    String to = document.to();
    return to.startsWith(from + ",")
        ? SideWords.brief(to.substring(from.length() + 1)) + ", compared with " + from
        : from + " → " + to;
  }
}
