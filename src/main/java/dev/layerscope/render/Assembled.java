package dev.layerscope.render;

import dev.layerscope.argocd.SettingsReader;
import dev.layerscope.finding.Finding;
import dev.layerscope.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of an Application render to together, where it delivers to: as Argo CD has it
 * before it compares and applies it (specification §3.9). The objects are put together when
 * somebody asks for them; a summary is enough for most. Immutable.
 */
public final class Assembled {
  private final Assembly assembly;
  private final String namespace;
  private volatile @Nullable List<Manifest> manifests;
  private volatile @Nullable List<RenderedObject> objects;

  Assembled(Assembly assembly, String namespace) {
    this.assembly = assembly;
    this.namespace = namespace;
  }

  /** All but the objects: type, certainty, findings, groups, and whether it failed. */
  public Rendered rest() {
    return assembly.rest();
  }

  /** The whole answer. */
  public Rendered rendered() {
    Rendered rest = assembly.rest();
    return new Rendered(
        rest.type(), manifests(), rest.certainty(), rest.findings(), rest.groups(), rest.failed());
  }

  /** The objects, in the order rendered; empty when Argo CD would fail. */
  public List<Manifest> manifests() {
    List<Manifest> known = manifests;
    return known == null ? onlyManifests() : known;
  }

  /** One list for all who ask at once: they tell by it whether they have seen it before. */
  private synchronized List<Manifest> onlyManifests() {
    List<Manifest> known = manifests;
    if (known == null) {
      known = assembly.parts().stream().map(part -> part.in(namespace)).toList();
      manifests = known;
    }
    return known;
  }

  /** A summary of each object, in the same order. */
  public List<RenderedObject> objects() {
    List<RenderedObject> known = objects;
    if (known == null) {
      var made = new ArrayList<RenderedObject>(assembly.parts().size());
      for (Assembly.Part part : assembly.parts()) {
        made.add(part.summaryIn(namespace));
      }
      known = List.copyOf(made);
      objects = known;
    }
    return known;
  }

  /** How many there are of each {@code group/Kind}. */
  public SortedMap<String, Integer> byKind() {
    return assembly.byKind();
  }

  /** Objects of Argo CD's own kinds. */
  public List<Manifest> declarations() {
    return assembly.declares()
        ? manifests().stream().filter(one -> one.gvk().isArgo()).toList()
        : List.of();
  }

  /** Objects that configure an Argo CD. */
  public List<Manifest> configuration() {
    return assembly.configures()
        ? manifests().stream().filter(SettingsReader::isConfiguration).toList()
        : List.of();
  }

  /** One for each Secret that stands in git in clear. */
  public List<Finding> plainSecrets() {
    return assembly.plainSecrets();
  }
}
