package dev.layerscope.ui.edit;

import dev.layerscope.edit.Plan;
import dev.layerscope.operation.plan.KeptForms;
import dev.layerscope.ui.workspace.EditWish;
import java.util.Map;
import java.util.Optional;

/**
 * A plan somebody left without committing it. What was filled in is kept over restarts; what
 * another page had worked out is kept while the window is open.
 *
 * @param plan as it was worked out when it was left; empty for one of an earlier time
 * @param values of the form
 * @param given instead of a form
 */
record KeptPlan(
    String title,
    Optional<Plan> plan,
    EditKind kind,
    Map<String, String> values,
    Optional<EditWish.Ready> given) {
  KeptPlan {
    values = Map.copyOf(values);
  }

  /** One that was kept over a restart; empty when there is no such form any more. */
  static Optional<KeptPlan> of(KeptForms.Form form) {
    return EditKind.named(form.kind())
        .map(kind ->
            new KeptPlan(form.title(), Optional.empty(), kind, form.values(), Optional.empty()));
  }

  /** As it is kept; empty for one without a form. */
  Optional<KeptForms.Form> form() {
    return given.isPresent()
        ? Optional.empty()
        : Optional.of(new KeptForms.Form(title, kind.name(), values));
  }

  /** Whether it is about the same thing. */
  boolean sameAs(KeptPlan other) {
    return kind == other.kind && title.equals(other.title);
  }
}
