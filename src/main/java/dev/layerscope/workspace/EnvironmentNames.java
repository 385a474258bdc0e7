package dev.layerscope.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which branches look like environments. A proposal for a person to correct: branches that several
 * repositories share and whose names people give to environments, from the first try to production.
 */
public final class EnvironmentNames {
  private static final List<List<String>> IN_PROMOTION_ORDER =
      List.of(
          List.of("sandbox", "sbx", "lab"),
          List.of("dev", "devel", "develop", "development"),
          List.of("ci", "int", "integration"),
          List.of("test", "tst", "testing"),
          List.of("qa", "qs"),
          List.of("uat", "acc", "acceptance"),
          List.of("stage", "staging", "stg", "preview"),
          List.of("preprod", "pre-prod", "pre"),
          List.of("prod", "production", "prd", "live"));

  private EnvironmentNames() {}

  /**
   * @param branches of each repository
   * @return names in promotion order; empty when the repositories share none
   */
  public static List<String> proposed(Collection<? extends Collection<String>> branches) {
    var holders = new HashMap<String, Integer>();
    branches.forEach(of -> of.forEach(name -> holders.merge(name, 1, Integer::sum)));
    int enough = branches.size() > 1 ? 2 : 1;
    var found = new ArrayList<String>();
    for (Map.Entry<String, Integer> entry : holders.entrySet()) {
      if (entry.getValue() >= enough && rank(entry.getKey()).isPresent()) {
        found.add(entry.getKey());
      }
    }
    found.sort(
        Comparator.comparing((String name) -> rank(name).orElseThrow())
            .thenComparing(Comparator.naturalOrder()));
    return found.size() < 2 ? List.of() : List.copyOf(found);
  }

  private static Optional<Integer> rank(String branch) {
    String last = branch.substring(branch.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (int i = 0; i < IN_PROMOTION_ORDER.size(); i++) {
      if (IN_PROMOTION_ORDER.get(i).contains(last)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
