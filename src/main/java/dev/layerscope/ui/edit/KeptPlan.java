package dev.layerscope.ui.edit;

import dev.layerscope.edit.Plan;
import dev.layerscope.ui.workspace.EditWish;
import java.util.Map;
import java.util.Optional;

/**
 * A plan somebody left without committing it, kept while the window is open.
 *
 * @param plan as it was worked out then
 * @param values of the form
 * @param given instead of a form
 */
record KeptPlan(
    Plan plan, EditKind kind, Map<String, String> values, Optional<EditWish.Ready> given) {
  KeptPlan {
    values = Map.copyOf(values);
  }

  String title() {
    return plan.title();
  }

  /** Whether it is about the same thing. */
  boolean sameAs(KeptPlan other) {
    return kind == other.kind && title().equals(other.title());
  }
}
