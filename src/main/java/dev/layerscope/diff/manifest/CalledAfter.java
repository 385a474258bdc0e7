package dev.layerscope.diff.manifest;

import dev.layerscope.manifest.ResourceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What two sites that are set beside each other call their objects: {@code prod-web} in namespace
 * prod of the one is {@code staging-web} in namespace staging of the other. Two environments of one
 * site have no such names: there another name is another object.
 *
 * @param from,to what each is called, longer words first
 * @param apart whether the two are different sites at all
 */
public record CalledAfter(List<String> from, List<String> to, boolean apart) {
  /** The same site on both sides. */
  public static final CalledAfter NOBODY = new CalledAfter(List.of(), List.of(), false);

  private static final Pattern PARTS = Pattern.compile("[-._]+");

  public CalledAfter {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }

  /** Two sites as people name them: paths of folders, or names of roots. */
  public static CalledAfter of(String from, String to) {
    List<String> here = List.of(from.split("/"));
    List<String> there = List.of(to.split("/"));
    var a = new LinkedHashSet<String>();
    var b = new LinkedHashSet<String>();
    here.stream().filter(word -> !there.contains(word)).forEach(a::add);
    there.stream().filter(word -> !here.contains(word)).forEach(b::add);
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      parts(here.get(i), there.get(i), a, b);
    }
    return new CalledAfter(longestFirst(a), longestFirst(b), true);
  }

  /** Of prod-eu and staging-eu the parts prod and staging; of words of other shapes none. */
  private static void parts(String here, String there, Set<String> a, Set<String> b) {
    List<String> one = Arrays.asList(PARTS.split(here));
    List<String> other = Arrays.asList(PARTS.split(there));
    for (int i = 0; one.size() == other.size() && i < one.size(); i++) {
      if (!one.get(i).equals(other.get(i))) {
        a.add(one.get(i));
        b.add(other.get(i));
      }
    }
  }

  private static List<String> longestFirst(Set<String> words) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .sorted(Comparator.comparingInt((String word) -> -word.length()))
        .toList();
  }

  /** Which object of the second side an object of the first is; what is not certain is left out. */
  public Map<ResourceKey, ResourceKey> counterparts(
      Collection<ResourceKey> gone, Collection<ResourceKey> come) {
    if (!apart) {
      return Map.of();
    }
    Map<ResourceKey, ResourceKey> found = new LinkedHashMap<>();
    for (boolean namespaces : new boolean[] {true, false}) {
      Set<ResourceKey> taken = new HashSet<>(found.values());
      Map<List<String>, Optional<ResourceKey>> old =
          alone(gone, key -> !found.containsKey(key), key -> look(key, from, namespaces));
      Map<List<String>, Optional<ResourceKey>> fresh =
          alone(come, key -> !taken.contains(key), key -> look(key, to, namespaces));
      old.forEach((look, before) -> {
        Optional<ResourceKey> after = fresh.getOrDefault(look, Optional.empty());
        if (before.isPresent() && after.isPresent()) {
          found.put(before.get(), after.get());
        }
      });
    }
    return found;
  }

  /** By what they look like without the names of their site; empty where two look alike. */
  private static Map<List<String>, Optional<ResourceKey>> alone(
      Collection<ResourceKey> keys,
      Predicate<ResourceKey> left,
      Function<ResourceKey, List<String>> look) {
    Map<List<String>, Optional<ResourceKey>> alone = new HashMap<>();
    for (ResourceKey key : keys) {
      if (left.test(key)) {
        alone.merge(look.apply(key), Optional.of(key), (a, b) -> Optional.empty());
      }
    }
    return alone;
  }

  private static List<String> look(ResourceKey key, List<String> words, boolean namespaces) {
    var look = new ArrayList<>(List.of(key.group(), key.kind(), bare(key.name(), words)));
    if (namespaces) {
      look.add(bare(key.namespace(), words));
    }
    return look;
  }

  /** A name without its site's, wherever that stands between hyphens. */
  private static String bare(String name, List<String> words) {
    String left = "-" + PARTS.matcher(name).replaceAll("-") + "-";
    for (String word : words) {
      left = left.replace("-" + PARTS.matcher(word).replaceAll("-") + "-", "-");
    }
    return left;
  }
}
