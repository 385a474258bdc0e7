package dev.layerscope.workspace;

import dev.layerscope.argocd.Given;
import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.SettingsReader;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a workspace file says about control planes, as settings that beat all others. */
final class WorkspaceSettings {
  private final Path file;

  WorkspaceSettings(Path file) {
    this.file = file;
  }

  /** Only what is written; an absent key leaves the setting alone. */
  List<Given> given(
      Optional<WorkspaceYaml.Argocd> argocd, Optional<List<Settings.Cluster>> clusters)
      throws WorkspaceException {
    var given = new ArrayList<Given>();
    if (argocd.isPresent()) {
      WorkspaceYaml.Argocd a = argocd.get();
      add(given, "namespace", a.namespace(), Settings::withNamespace);
      add(
          given,
          "application.namespaces",
          a.applicationNamespaces(),
          Settings::withApplicationNamespaces);
      add(given, "version", a.version(), Settings::withVersion);
      add(
          given,
          "kubeVersion",
          a.kubeVersion(),
          (s, v) -> s.with(s.tools().withCluster(Optional.of(v), s.apiVersions())));
      add(
          given,
          "apiVersions",
          a.apiVersions(),
          (s, v) -> s.with(s.tools().withCluster(s.kubeVersion(), v)));
      add(
          given,
          "kustomize.buildOptions",
          a.kustomizeBuildOptions(),
          (s, v) -> s.with(s.tools().withKustomizeBuildOptions(v)));
      add(given, "plugins", a.plugins(), (s, v) -> s.with(s.tools().withPlugins(pluginNames(v))));
      keys(given, a.settings());
    }
    add(given, "clusters", clusters.orElse(null), Settings::withMoreClusters);
    return given;
  }

  private void keys(List<Given> given, @Nullable Map<String, String> settings)
      throws WorkspaceException {
    if (settings == null) {
      return;
    }
    for (var entry : settings.entrySet()) {
      Optional<Given> one = SettingsReader.setting(entry.getKey(), entry.getValue());
      if (one.isEmpty()) {
        String hint =
            Spelling.nearest(entry.getKey(), SettingsReader.KEYS)
                .map(key -> " Did you mean “" + key + "”?")
                .orElse(" Known here: " + String.join(", ", SettingsReader.KEYS) + ".");
        throw new WorkspaceException(
            file
                + ": the setting “"
                + entry.getKey()
                + "” is not known or has no such value as “"
                + entry.getValue()
                + "”."
                + hint);
      }
      given.add(one.get());
    }
  }

  private static <T> void add(
      List<Given> given, String name, @Nullable T value, BiFunction<Settings, T, Settings> change) {
    if (value != null) {
      given.add(Given.byWorkspace(name, settings -> change.apply(settings, value)));
    }
  }

  private static List<String> pluginNames(List<Node> plugins) {
    return plugins.stream()
        .map(plugin ->
            plugin instanceof Scalar scalar ? scalar.text() : plugin.textAt("name").orElse(""))
        .toList();
  }
}
