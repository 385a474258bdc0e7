package dev.layerscope.argocd;

import dev.layerscope.finding.Nearest;
import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Reads how an Application is synced, with Argo CD's defaults (specification §1.7). */
final class SyncPolicyReader {
  private SyncPolicyReader() {}

  /** An option that Argo CD does not know, and what to say about it. */
  record UnknownOption(String message, Node at) {}

  /**
   * Reads {@code spec.syncPolicy}.
   *
   * @param unknown is told of every option that Argo CD ignores
   */
  static SyncPolicy read(Mapping spec, Consumer<UnknownOption> unknown) {
    Optional<Mapping> policy = spec.mapping("syncPolicy");
    if (policy.isEmpty()) {
      return SyncPolicy.MANUAL;
    }
    Optional<Mapping> automated = policy.get().mapping("automated");
    boolean enabled = automated.map(a -> !a.has("enabled") || bool(a, "enabled")).orElse(false);
    Sequence options = policy.get().sequence("syncOptions").orElse(Sequence.of(List.of()));
    var texts = new ArrayList<String>(options.items().size());
    for (Node item : options.items()) {
      check(item, unknown).ifPresent(texts::add);
    }
    return new SyncPolicy(
        enabled,
        enabled && automated.map(a -> bool(a, "prune")).orElse(false),
        enabled && automated.map(a -> bool(a, "selfHeal")).orElse(false),
        policy
            .get()
            .mapping("retry")
            .map(SyncPolicyReader::retryLimit)
            .orElse(OptionalLong.empty()),
        texts);
  }

  private static OptionalLong retryLimit(Mapping retry) {
    return retry.get("limit").orElse(Scalar.plain("null")) instanceof Scalar scalar
            && ArgoScalars.read(scalar) instanceof Value.Int number
        ? OptionalLong.of(number.value().longValue())
        : OptionalLong.empty();
  }

  private static Optional<String> check(Node item, Consumer<UnknownOption> unknown) {
    Optional<String> option = item.asText();
    if (option.isEmpty() || !SyncOptions.OF_APPLICATIONS.contains(option.get())) {
      String shown = option.orElseGet(() -> JsonText.of(item));
      unknown.accept(
          new UnknownOption(
              "Argo CD compares sync options letter by letter and ignores “"
                  + shown
                  + "”"
                  + Nearest.question(shown, SyncOptions.OF_APPLICATIONS),
              item));
    }
    return option;
  }

  private static boolean bool(Mapping mapping, String key) {
    return mapping.get(key).orElse(Scalar.plain("null")) instanceof Scalar scalar
        && ArgoScalars.read(scalar) instanceof Value.Bool bool
        && bool.value();
  }
}
