package dev.layerscope.argocd;

import dev.layerscope.argocd.SyncOrder.Phase;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that is applied at a moment of its own (specification §5.1, §9.8): by Argo CD's
 * annotation, else by Helm's, whose events are mapped.
 *
 * @param phases when it is applied; empty for one that never is
 */
public record Hook(Set<Phase> phases) {
  private static final Map<String, Phase> ARGO =
      Map.of(
          "PreSync", Phase.PRE_SYNC,
          "Sync", Phase.SYNC,
          "PostSync", Phase.POST_SYNC,
          "SyncFail", Phase.SYNC_FAIL,
          "PreDelete", Phase.PRE_DELETE,
          "PostDelete", Phase.POST_DELETE);

  private static final Map<String, Phase> HELM =
      Map.of(
          "pre-install", Phase.PRE_SYNC,
          "pre-upgrade", Phase.PRE_SYNC,
          "post-install", Phase.POST_SYNC,
          "post-upgrade", Phase.POST_SYNC,
          "pre-delete", Phase.PRE_DELETE,
          "post-delete", Phase.POST_DELETE);

  public Hook {
    phases = Set.copyOf(phases);
  }

  /** The hook that annotations make of an object; empty for an object like others. */
  public static Optional<Hook> of(Map<String, String> annotations) {
    String argo = annotations.get("argocd.argoproj.io/hook");
    if (argo != null) {
      return Optional.of(new Hook(named(argo, ARGO)));
    }
    String helm = annotations.get("helm.sh/hook");
    return helm == null || helm.strip().equals("crd-install")
        ? Optional.empty()
        : Optional.of(new Hook(named(helm, HELM)));
  }

  private static Set<Phase> named(String list, Map<String, Phase> known) {
    var phases = EnumSet.noneOf(Phase.class);
    for (String name : list.split(",")) {
      Phase phase = known.get(name.strip());
      if (phase != null) {
        phases.add(phase);
      }
    }
    return phases;
  }

  /**
   * The wave of an object: Argo CD's annotation when it is a number, else the weight of a hook of
   * Helm's, else 0.
   */
  public static int wave(Map<String, String> annotations) {
    return number(annotations.get("argocd.argoproj.io/sync-wave"))
        .or(() -> number(annotations.get("helm.sh/hook-weight")))
        .orElse(0);
  }

  private static Optional<Integer> number(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("[-+]?[0-9]{1,9}")
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  /** Whether Argo CD never applies the object. */
  public boolean never() {
    return phases.isEmpty();
  }
}
