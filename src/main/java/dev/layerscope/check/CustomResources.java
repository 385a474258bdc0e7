package dev.layerscope.check;

import dev.layerscope.argocd.Application;
import dev.layerscope.argocd.SyncPolicy;
import dev.layerscope.finding.Certainty;
import dev.layerscope.finding.Finding;
import dev.layerscope.finding.FindingCode;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.NodeId;
import dev.layerscope.manifest.Gvk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Custom resources and who brings their kinds along (mistakes 28, 29 and 31, specification §9.3 and
 * §9.4). Wherever in the tree somebody delivers it to the same cluster is well; told is only what
 * nobody delivers, what races inside one Application, and which layer gives up before an operator
 * can be there. A team's Application is bound when the layer below is up.
 */
public final class CustomResources implements Rule.OfEstate {
  /** Attempts below which an Application gives up sooner than an operator installs. */
  private static final long ENOUGH = 10;

  @Override
  public Map<NodeId, List<Finding>> check(Estate estate) {
    var findings = new LinkedHashMap<NodeId, List<Finding>>();
    Teams teams = estate.teams();
    estate
        .deliveries()
        .forEach((cluster, all) -> {
          Map<NodeId, Map<String, Delivered>> custom = new LinkedHashMap<>();
          for (Delivered one : all) {
            if (estate.isCustom(one.object().gvk())) {
              custom
                  .computeIfAbsent(one.node().id(), unused -> new LinkedHashMap<>())
                  .putIfAbsent(one.groupKind(), one);
            }
          }
          if (custom.isEmpty()) {
            return;
          }
          Providers providers = Providers.of(all, estate.kinds());
          boolean mayCome =
              providers.anythingMayCome() || estate.unknownDelivery(cluster).isPresent();
          custom.forEach((id, kinds) -> {
            List<Finding> found =
                found(kinds.values().stream().toList(), providers, teams, mayCome);
            if (!found.isEmpty()) {
              findings.computeIfAbsent(id, unused -> new ArrayList<>()).addAll(found);
            }
          });
        });
    return findings;
  }

  private static List<Finding> found(
      List<Delivered> kinds, Providers providers, Teams teams, boolean mayCome) {
    var findings = new ArrayList<Finding>();
    var waits = new ArrayList<Delivered>();
    for (Delivered one : kinds) {
      Gvk gvk = one.object().gvk();
      List<Delivered> operators = providers.operatorsOf(gvk);
      boolean defined = providers.definitionOf(gvk).isPresent();
      if (defined || providers.brought(gvk)) {
        continue;
      }
      if (operators.isEmpty()) {
        if (!mayCome) {
          findings.add(nobody(one));
        }
      } else if (!SyncOptions.toleratesMissingDefinition(one)) {
        boolean races = operators.stream().anyMatch(o -> o.node().id().equals(one.node().id()));
        if (races) {
          findings.add(race(one, operators.getFirst()));
        } else {
          waits.add(one);
        }
      }
    }
    boolean patient = waits.isEmpty() || teams.binds(waits.getFirst().node());
    if (!patient && givesUp(waits.getFirst().node())) {
      findings.add(exhausted(waits, providers));
    }
    return findings;
  }

  private static boolean givesUp(HierarchyNode node) {
    SyncPolicy policy = Estate.application(node).syncPolicy();
    long limit = policy.retryLimit().orElse(5);
    return policy.automated() && limit >= 0 && limit <= ENOUGH;
  }

  private static Finding nobody(Delivered one) {
    return new Finding(
        FindingCode.MISSING_DEFINITION_WARNING,
        "%s needs the kind %s, and no Application delivers its definition or an operator that does"
            .formatted(one.key().text(), one.groupKind()),
        List.of(one.object().place()),
        Certainty.assumed("nobody installs " + one.groupKind() + " outside git")
            .and(one.node().certainty()));
  }

  private static Finding race(Delivered one, Delivered operator) {
    return new Finding(
        FindingCode.DEFINITION_RACE_WARNING,
        "%s renders %s and the Subscription %s that brings its kind: the first sync meets no %s, and"
                .formatted(
                    one.node().name(),
                    one.key().text(),
                    operator.key().name(),
                    one.object().gvk().kind())
            + " nothing is applied",
        List.of(one.object().place(), operator.object().place()),
        Certainty.assumed("the operator is not in the cluster yet").and(one.node().certainty()));
  }

  private static Finding exhausted(List<Delivered> waits, Providers providers) {
    Delivered first = waits.getFirst();
    Application application = Estate.application(first.node());
    Delivered operator = providers.operatorsOf(first.object().gvk()).getFirst();
    long limit = application.syncPolicy().retryLimit().orElse(5);
    String needs =
        "%s needs kinds that %s brings along"
            .formatted(first.node().name(), operator.node().name());
    return new Finding(
        FindingCode.RETRY_EXHAUSTED_WARNING,
        "%s (%s) and gives up after %d attempts"
            .formatted(
                needs,
                String.join(
                    ", ", waits.stream().map(w -> w.object().gvk().kind()).distinct().toList()),
                limit + 1),
        List.of(
            application.manifest().locationOf("spec", "syncPolicy"),
            first.object().place(),
            operator.object().place()),
        Certainty.assumed("installing the operator takes longer than the attempts"),
        needs);
  }
}
