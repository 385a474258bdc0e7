package dev.layerscope.operation.compare;

import dev.layerscope.diff.Change;
import dev.layerscope.diff.history.CommitsApart.Effect;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.FieldTable;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.git.ChangedFile;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.manifest.Gvk;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.manifest.Origin;
import dev.layerscope.manifest.ResourceKey;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.TextEncoding;
import dev.layerscope.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a commit does to the hierarchy, by what its files declare as they are written: Applications,
 * ApplicationSets, AppProjects. What templates and overlays make of them only rendering shows.
 */
final class DeclaredChanges {
  private static final String GROUP = "argoproj.io";

  private final Map<ResourceKey, Mapping> before = new LinkedHashMap<>();
  private final Map<ResourceKey, Mapping> after = new LinkedHashMap<>();

  private DeclaredChanges() {}

  /**
   * @param old the commit's first parent; empty for a first commit
   */
  static List<Effect> of(Optional<Snapshot> old, Snapshot now, List<ChangedFile> files) {
    var changes = new DeclaredChanges();
    for (ChangedFile file : files) {
      switch (file) {
        case ChangedFile.Added(TreeEntry entry) -> read(now, entry, changes.after);
        case ChangedFile.Removed(TreeEntry entry) ->
            old.ifPresent(snapshot -> read(snapshot, entry, changes.before));
        case ChangedFile.Modified(TreeEntry a, TreeEntry b) -> changes.both(old, a, now, b);
        case ChangedFile.Renamed(TreeEntry a, TreeEntry b, int same) ->
            changes.both(old, a, now, b);
      }
    }
    return changes.effects();
  }

  private void both(Optional<Snapshot> old, TreeEntry a, Snapshot now, TreeEntry b) {
    old.ifPresent(snapshot -> read(snapshot, a, before));
    read(now, b, after);
  }

  private static void read(Snapshot snapshot, TreeEntry entry, Map<ResourceKey, Mapping> into) {
    if (!entry.isFile() || !entry.name().matches(".*\\.(ya?ml|json)")) {
      return;
    }
    byte[] bytes = snapshot.read(entry);
    String text = TextEncoding.looksBinary(bytes) ? "" : TextEncoding.decode(bytes);
    if (!text.contains(GROUP)) {
      return;
    }
    for (Document document : YamlReader.read(text, Reading.ARGO)) {
      if (document instanceof Document.Content content
          && content.root() instanceof Mapping mapping) {
        Manifest.of(mapping, Origin.of(snapshot, entry.path()))
            .filter(manifest -> isDeclaration(manifest.gvk()))
            .ifPresent(manifest -> into.put(manifest.key(), manifest.root()));
      }
    }
  }

  private static boolean isDeclaration(Gvk gvk) {
    return gvk.group().equals(GROUP)
        && List.of("Application", "ApplicationSet", "AppProject").contains(gvk.kind());
  }

  private List<Effect> effects() {
    var effects = new ArrayList<Effect>();
    before.forEach((key, old) -> {
      Mapping now = after.get(key);
      if (now == null) {
        effects.add(new Effect(Change.REMOVED, key.kind(), key.name(), List.of()));
      } else {
        List<FieldChange> fields = ManifestComparison.compare(old, now, FieldTable.BUILT_IN);
        if (!fields.isEmpty()) {
          effects.add(new Effect(Change.CHANGED, key.kind(), key.name(), fields));
        }
      }
    });
    after.keySet().stream()
        .filter(key -> !before.containsKey(key))
        .forEach(key -> effects.add(new Effect(Change.ADDED, key.kind(), key.name(), List.of())));
    return effects;
  }
}
