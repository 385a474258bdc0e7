package dev.layerscope.ui.compare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.workspace.ExpectedEntry;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleFormTest {
  @Test
  void whatIsWrittenInTheFieldsIsTheEntry() {
    assertThat(RuleForm.entry(Map.of("path", "spec.x", "kind", "Service")))
        .isEqualTo(ExpectedEntry.field("spec.x").withKind("Service"));
    assertThat(RuleForm.entry(Map.of("regex", "dev|qa", "reason", "so", "until", "2027-03-31")))
        .isEqualTo(
            ExpectedEntry.equalWithout("dev|qa")
                .accepted("so", Optional.of(LocalDate.of(2027, 3, 31))));
  }

  @Test
  void whatWouldBeNoRuleIsRefusedWithTheReason() {
    assertThat(RuleForm.problem(Map.of("kind", "Service"))).contains("field");
    assertThat(RuleForm.problem(Map.of("path", "a", "until", "2027-03-31"))).contains("why");
    assertThat(RuleForm.problem(Map.of("path", "a", "reason", "so", "until", "soon")))
        .contains("2027-03-31");
    assertThat(RuleForm.problem(Map.of("path", "a", "reason", "so", "until", "2027-03-31")))
        .isEmpty();
  }
}
