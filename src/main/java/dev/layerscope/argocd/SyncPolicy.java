package dev.layerscope.argocd;

import java.util.List;
import java.util.OptionalLong;

/**
 * When and how Argo CD applies an Application (specification §1.7).
 *
 * @param retryLimit attempts after the first; absent means Argo CD's own default of 5
 */
public record SyncPolicy(
    boolean automated,
    boolean prune,
    boolean selfHeal,
    OptionalLong retryLimit,
    List<String> syncOptions) {
  /** Nothing set: a person syncs by hand. */
  public static final SyncPolicy MANUAL =
      new SyncPolicy(false, false, false, OptionalLong.empty(), List.of());

  public SyncPolicy {
    syncOptions = List.copyOf(syncOptions);
  }
}
