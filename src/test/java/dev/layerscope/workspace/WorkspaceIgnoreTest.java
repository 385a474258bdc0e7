package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.diff.expected.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceIgnoreTest {
  private static final String OWN_BRANCH = "targetRevision equals its branch";

  @TempDir Path folder;

  private List<Rule> rules(String ignore) throws IOException, WorkspaceException {
    Files.writeString(folder.resolve("workspace.yaml"), "name: x\nignore:\n" + ignore);
    return WorkspaceFile.read(folder).expected();
  }

  private List<String> names(String ignore) throws IOException, WorkspaceException {
    return rules(ignore).stream().map(Rule::name).distinct().toList();
  }

  @Test
  void ownBranchHoldsWithoutBeingNamed() throws Exception {
    assertThat(names("  []\n")).containsExactly(OWN_BRANCH);
  }

  @Test
  void ownBranchCanBeSwitchedOff() throws Exception {
    assertThat(names("  - {profile: own-branch, off: true}\n")).isEmpty();
  }

  @Test
  void aRuleIsCalledByItsNameElseByItsPath() throws Exception {
    assertThat(names("  - {name: sale, path: a}\n  - {path: spec.b}\n"))
        .containsExactly("sale", "spec.b", OWN_BRANCH);
  }

  @Test
  void aReasonMakesItAcknowledgedDrift() throws Exception {
    Rule rule = rules("  - {path: a, reason: sale, until: 2027-01-31}\n").getFirst();
    assertThat(rule.accepted().orElseThrow().reason()).isEqualTo("sale");
    assertThat(rule.accepted().orElseThrow().until()).hasToString("Optional[2027-01-31]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {profile: own-brunch} | Did you mean “own-branch”
          {kind: Deployment} | needs profile, path or regex
          {path: a, until: 2027-01-31} | Say why
          {path: a, reason: b, until: soon} | is no date
          {regex: '('} | is no regular expression
          {pth: a} | Did you mean “path”
          """)
  void whatIsWrongIsNamed(String entry, String message) {
    assertThatThrownBy(() -> rules("  - " + entry + "\n"))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining(message);
  }
}
