package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.Manifest;
import dev.layerscope.render.RenderedObject;
import dev.layerscope.yaml.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Waves on child Applications that do not wait: since 1.8 an Application has no health of its own
 * unless {@code argocd-cm} gives it one (mistake 30, specification §9.2).
 */
public final class ChildWaves implements Rule.OfEstate {
  private static final String HEALTH = "resource.customizations.health.argoproj.io_Application";

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    var settings = new LinkedHashMap<String, Boolean>();
    for (HierarchyNode node : estate.hierarchy().nodes()) {
      for (RenderedObject object : node.objects()) {
        if (object.whole().isPresent() && holdsSettings(object.whole().get())) {
          settings.merge(plane(estate, node), waits(object.whole().get()), Boolean::logicalOr);
        }
      }
    }
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    for (HierarchyNode node : estate.applications()) {
      if (estate.isLeaf(node)) {
        continue;
      }
      String plane = plane(estate, node);
      if (!settings.getOrDefault(plane, false)) {
        List<Finding> found = found(node, estate, settings.containsKey(plane));
        if (!found.isEmpty()) {
          findings.put(node.id(), found);
        }
      }
    }
    return findings;
  }

  private static List<Finding> found(HierarchyNode node, Estate estate, boolean settingsInGit) {
    var waves = new TreeSet<Integer>();
    var later = new ArrayList<HierarchyNode>();
    for (HierarchyNode child : estate.childrenOf(node)) {
      child
          .application()
          .map(Application::syncWave)
          .ifPresent(wave -> {
            waves.add(wave.orElse(0));
            if (wave.isPresent()) {
              later.add(child);
            }
          });
    }
    if (waves.size() < 2 || later.isEmpty()) {
      return List.of();
    }
    Certainty certainty =
        settingsInGit
            ? Certainty.EXACT
            : Certainty.assumed("argocd-cm is not in git; it gives Applications no health");
    return List.of(
        new Finding(
            FindingCode.WAVES_DO_NOT_WAIT_WARNING,
            "the children of %s have the waves %s, and Argo CD does not wait for a child to be ready"
                .formatted(node.name(), waves),
            later.stream().limit(3).map(child -> child.manifest().location()).toList(),
            certainty,
            "the children of %s have waves".formatted(node.name())));
  }

  private static String plane(Estate estate, HierarchyNode node) {
    return estate.clusterOf(node).map(Cluster::controlPlane).orElse(node.id().controlPlane());
  }

  private static boolean holdsSettings(Manifest manifest) {
    return manifest.name().equals("argocd-cm") || manifest.gvk().isArgo("ArgoCD");
  }

  /** Whether the settings give the kind Application a health. */
  private static boolean waits(Manifest manifest) {
    if (manifest.gvk().isArgo("ArgoCD")) {
      String text = JsonText.of(manifest.root());
      return text.contains(HEALTH)
          || text.contains("\"resourceHealthChecks\"") && text.contains("\"Application\"");
    }
    return manifest.root().textAt("data", HEALTH).isPresent()
        || manifest
            .root()
            .textAt("data", "resource.customizations")
            .filter(t -> t.contains("argoproj.io/Application"))
            .isPresent();
  }
}
