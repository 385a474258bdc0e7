package dev.layerscope.render;

import dev.layerscope.argocd.SettingsReader;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.ResourceKey;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects of all sources of an Application, ready to be put into any namespace: one folder is
 * delivered to hundreds of them, and nearly all that Argo CD does is the same for each. Safe for
 * several threads.
 */
final class Assembly {
  private static final int MOST_NAMESPACES = 4_000;

  private final Rendered rest;
  private final List<Part> parts;
  private final Certainty filtered;
  private final boolean settled;
  private final boolean configures;
  private final boolean declares;
  private final SortedMap<String, Integer> byKind;
  private final List<Finding> plainSecrets;
  private final Map<String, SoftReference<Assembled>> byNamespace = new ConcurrentHashMap<>();

  /**
   * One object.
   *
   * @param manifest without a namespace where its kind has none
   * @param moves whether it goes where the Application goes
   * @param excluded whether Argo CD leaves it alone
   * @param summary of it as it stands here
   */
  record Part(Manifest manifest, boolean moves, boolean excluded, RenderedObject summary) {
    Manifest in(String namespace) {
      return moves ? manifest.inNamespace(namespace) : manifest;
    }

    RenderedObject summaryIn(String namespace) {
      return moves ? summary.in(namespace, manifest) : summary;
    }

    /** Objects that get their names from the cluster are never the same one. */
    private ResourceKey key(String namespace, int number) {
      Gvk gvk = manifest.gvk();
      String name = manifest.name();
      if (name.isEmpty()) {
        name = manifest.root().textAt("metadata", "generateName").map(n -> n + number).orElse("");
      }
      return new ResourceKey(gvk.group(), gvk.kind(), namespace, name);
    }
  }

  private Assembly(Rendered rest, List<Part> parts, Certainty filtered, boolean settled) {
    this.rest = rest;
    this.parts = parts;
    this.filtered = filtered;
    this.settled = settled;
    this.configures = parts.stream().map(Part::manifest).anyMatch(SettingsReader::isConfiguration);
    this.declares = parts.stream().anyMatch(part -> part.manifest().gvk().isArgo());
    this.byKind = byKind(parts);
    this.plainSecrets = PlainSecrets.of(parts.stream().map(Part::manifest).toList());
  }

  /** What Argo CD applies nothing of. */
  static Assembly failed(Rendered failed) {
    return new Assembly(failed, List.of(), Certainty.EXACT, true);
  }

  /**
   * Everything in the order rendered.
   *
   * @param rest of the result, without the objects
   * @param filtered how sure it is that what is excluded is
   */
  static Assembly of(Rendered rest, List<Part> parts, Certainty filtered) {
    var whole = new Assembly(rest, parts, filtered, false);
    // Where no two are alike but for their namespaces, the answer is the same for all of these.
    return whole.areAllDifferent() ? whole.settledIn("") : whole;
  }

  private boolean areAllDifferent() {
    var keys = HashSet.<ResourceKey>newHashSet(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      if (!keys.add(parts.get(i).key("", i))) {
        return false;
      }
    }
    return true;
  }

  /** The objects where an Application delivers to a namespace; whoever asks again gets the same. */
  Assembled in(String namespace) {
    SoftReference<Assembled> known = byNamespace.get(namespace);
    Assembled before = known == null ? null : known.get();
    if (before != null) {
      return before;
    }
    if (byNamespace.size() > MOST_NAMESPACES) {
      byNamespace.clear();
    }
    var made = new Assembled(settled ? this : settledIn(namespace), namespace);
    Assembled first =
        byNamespace
            .merge(
                namespace,
                new SoftReference<>(made),
                (earlier, ours) -> earlier.refersTo(null) ? ours : earlier)
            .get();
    return first == null ? made : first;
  }

  /** Keeps the last of several objects of one key, and drops what Argo CD leaves alone. */
  private Assembly settledIn(String namespace) {
    Map<ResourceKey, List<Part>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String there = part.moves() ? namespace : part.manifest().namespace();
      byKey.computeIfAbsent(part.key(there, i), unused -> new ArrayList<>(1)).add(part);
    }
    var kept = new ArrayList<Part>(byKey.size());
    var findings = new ArrayList<>(rest.findings());
    boolean dropped = false;
    for (var one : byKey.entrySet()) {
      List<Part> same = one.getValue();
      if (same.size() > 1) {
        findings.add(repeated(one.getKey(), same));
      }
      Part last = same.getLast();
      if (last.excluded()) {
        findings.add(excluded(last.manifest()));
        dropped = true;
      } else {
        kept.add(last);
      }
    }
    Certainty certainty = dropped ? rest.certainty().and(filtered) : rest.certainty();
    var answer =
        new Rendered(rest.type(), List.of(), certainty, findings, rest.groups(), rest.failed());
    return new Assembly(answer, List.copyOf(kept), filtered, true);
  }

  private static Finding repeated(ResourceKey key, List<Part> same) {
    String text = key.group() + "/" + key.kind() + "/" + key.namespace() + "/" + key.name();
    return new Finding(
        FindingCode.REPEATED_RESOURCE_WARNING,
        "Resource %s appeared %d times among application resources.".formatted(text, same.size()),
        same.reversed().stream().map(part -> part.manifest().location()).toList());
  }

  private static Finding excluded(Manifest manifest) {
    return Finding.of(
        FindingCode.EXCLUDED_RESOURCE_WARNING,
        "Resource %s/%s %s is excluded in the settings"
            .formatted(manifest.gvk().group(), manifest.gvk().kind(), manifest.name()),
        manifest.location());
  }

  private static SortedMap<String, Integer> byKind(List<Part> parts) {
    var byKind = new TreeMap<String, Integer>();
    parts.forEach(part -> byKind.merge(part.manifest().gvk().groupKind(), 1, Integer::sum));
    return Collections.unmodifiableSortedMap(byKind);
  }

  /** All but the objects. */
  Rendered rest() {
    return rest;
  }

  List<Part> parts() {
    return parts;
  }

  boolean configures() {
    return configures;
  }

  boolean declares() {
    return declares;
  }

  SortedMap<String, Integer> byKind() {
    return byKind;
  }

  List<Finding> plainSecrets() {
    return plainSecrets;
  }
}
