package dev.layerscope.diff.expected;

import dev.layerscope.diff.manifest.ExpectedChange;
import dev.layerscope.diff.manifest.FieldChange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a workspace expects to differ. The first rule that fits counts; what no rule fits is shown.
 *
 * @param today the day acknowledged drift is measured against
 */
public record Expectations(List<Rule> rules, LocalDate today) {
  public Expectations {
    rules = List.copyOf(rules);
  }

  /** Rules, measured against today's date. */
  public static Expectations of(List<Rule> rules) {
    return new Expectations(rules, LocalDate.now(ZoneId.systemDefault()));
  }

  /** Nothing is expected: everything is shown. */
  public static Expectations none() {
    return new Expectations(List.of(), LocalDate.EPOCH);
  }

  /** Fields that are shown, and fields that are hidden. */
  public record Parted(List<FieldChange> shown, List<ExpectedChange> hidden) {
    public Parted {
      shown = List.copyOf(shown);
      hidden = List.copyOf(hidden);
    }
  }

  /** Takes the expected ones out. */
  public Parted part(List<FieldChange> fields, Subject subject) {
    var shown = new ArrayList<FieldChange>();
    var hidden = new ArrayList<ExpectedChange>();
    for (FieldChange field : fields) {
      rules.stream()
          .filter(rule -> rule.hides(field, subject, today))
          .findFirst()
          .ifPresentOrElse(
              rule ->
                  hidden.add(
                      new ExpectedChange(
                          field, rule.name(), rule.accepted().map(Rule.Accepted::reason))),
              () -> shown.add(field));
    }
    return new Parted(shown, hidden);
  }
}
