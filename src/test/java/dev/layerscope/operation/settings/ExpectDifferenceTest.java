package dev.layerscope.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.diff.expected.Profile;
import dev.layerscope.diff.expected.Rule;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.workspace.ExpectedEntry;
import dev.layerscope.workspace.WorkspaceException;
import dev.layerscope.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectDifferenceTest {
  private static final String HEAD = "# ours\nname: estate # kept\n";
  private static final ExpectedEntry LIMIT =
      ExpectedEntry.field("spec.limits[name=*].value").withKind("apps/Deployment");

  @TempDir private Path folder = Path.of(".");

  private Path file() {
    return folder.resolve("workspace.yaml");
  }

  private Opened opened(String text) throws Exception {
    Files.writeString(file(), text);
    var workspace = WorkspaceFile.read(folder);
    return new Opened(workspace, new OpenRepositories(workspace, List.of()));
  }

  private String text() throws Exception {
    return Files.readString(file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ignore: [] # none yet\n",
        "ignore:\n",
        "ignore:\n  # about hosts\n  - profile: hosts # all\n\nwaivers: []\n",
        "ignore: [{profile: hosts}]\n",
        "ignore:\n- {profile: hosts}\n"
      })
  void anEntryIsAddedAndTakenOutAgainAndEveryCommentStays(String ignore) throws Exception {
    Opened opened = opened(HEAD + ignore);
    int before = opened.workspace().expected().size();
    ExpectDifference.Written written = ExpectDifference.expect(opened, LIMIT);
    assertThat(written.changed()).isTrue();
    assertThat(written.opened().workspace().expected()).hasSize(before + 1);
    assertThat(text()).startsWith(HEAD);
    for (String comment : List.of("# none yet", "# about hosts", "# all")) {
      assertThat(text().contains(comment)).isEqualTo(ignore.contains(comment));
    }
    ExpectDifference.Written back = ExpectDifference.forget(written.opened(), LIMIT);
    assertThat(back.opened().workspace().expected()).isEqualTo(opened.workspace().expected());
    assertThat(text()).startsWith(HEAD);
  }

  @Test
  void whatWasAddedBelowOtherEntriesGoesWithoutATrace() throws Exception {
    String text = HEAD + "ignore:\n  # about hosts\n  - profile: hosts\n\nwaivers: []\n";
    ExpectDifference.Written written = ExpectDifference.expect(opened(text), LIMIT);
    ExpectDifference.forget(written.opened(), LIMIT);
    assertThat(text()).isEqualTo(text);
  }

  @Test
  void takingOutIsTakenBackByteForByte() throws Exception {
    String text =
        HEAD
            + """
            ignore:
              # about hosts
              - {profile: hosts} # all of them
              - path: 'spec.limits[name=*].value' # quoted so
                kind: apps/Deployment
            waivers: []
            """;
    Opened opened = opened(text);
    assertThat(ExpectDifference.entries(opened))
        .containsExactly(ExpectedEntry.profile(Profile.HOSTS), LIMIT);
    ExpectDifference.Written written = ExpectDifference.forget(opened, LIMIT);
    assertThat(text()).doesNotContain("spec.limits").contains("# all of them");
    ExpectDifference.undo(written.opened(), written);
    assertThat(text()).isEqualTo(text);
  }

  @Test
  void anEntryThatIsChangedKeepsItsPlaceAndItsComments() throws Exception {
    String text =
        HEAD
            + """
            ignore:
              # about limits
              - path: 'spec.limits[name=*].value' # quoted so
                kind: apps/Deployment # only those
              - {profile: hosts}
            """;
    ExpectedEntry after =
        ExpectedEntry.field("spec.limits[name=*].value")
            .withName("limits")
            .accepted("sale", Optional.of(LocalDate.of(2027, 3, 31)));
    ExpectDifference.Written written = ExpectDifference.change(opened(text), LIMIT, after);
    assertThat(ExpectDifference.entries(written.opened()).getFirst()).isEqualTo(after);
    assertThat(text())
        .contains("# about limits\n  - path: 'spec.limits[name=*].value' # quoted so\n")
        .endsWith("  - {profile: hosts}\n");
    ExpectDifference.undo(written.opened(), written);
    assertThat(text()).isEqualTo(text);
  }

  @Test
  void nothingIsTakenBackFromAFileThatSomebodyElseChanged() throws Exception {
    ExpectDifference.Written written = ExpectDifference.expect(opened(HEAD), LIMIT);
    String theirs = text() + "# theirs\n";
    Files.writeString(file(), theirs);
    assertThatThrownBy(() -> ExpectDifference.undo(written.opened(), written))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("changed meanwhile");
    assertThat(text()).isEqualTo(theirs);
  }

  @Test
  void whatIsExpectedAlreadyIsNotWrittenTwice() throws Exception {
    Opened opened = ExpectDifference.expect(opened(HEAD), LIMIT).opened();
    String once = text();
    assertThat(ExpectDifference.expect(opened, LIMIT).changed()).isFalse();
    assertThat(text()).isEqualTo(once);
  }

  @Test
  void acceptedDriftHasItsReasonAndItsDay() throws Exception {
    ExpectedEntry entry =
        ExpectedEntry.field("spec.replicas")
            .withApplication("shop")
            .withObject("till: \"one\"")
            .accepted("sale: until spring", Optional.of(LocalDate.of(2027, 3, 31)));
    Opened opened = ExpectDifference.expect(opened(HEAD), entry).opened();
    Rule rule = opened.workspace().expected().getFirst();
    assertThat(rule.accepted())
        .contains(new Rule.Accepted("sale: until spring", Optional.of(LocalDate.of(2027, 3, 31))));
    assertThat(rule.where().object()).contains("till: \"one\"");
  }

  @Test
  void aProfileIsSwitchedOnAndOff() throws Exception {
    Opened opened =
        ExpectDifference.expect(opened(HEAD), ExpectedEntry.profile(Profile.REPLICAS)).opened();
    assertThat(opened.workspace().expected())
        .extracting(Rule::name)
        .contains("replicas", "targetRevision equals its branch");
    Opened without =
        ExpectDifference.expect(opened, ExpectedEntry.without(Profile.OWN_BRANCH)).opened();
    assertThat(without.workspace().expected())
        .extracting(Rule::name)
        .doesNotContain("targetRevision equals its branch");
  }

  @Test
  void whatIsNoRuleIsRefusedAndNothingIsWritten() throws Exception {
    Opened opened = opened(HEAD);
    assertThatThrownBy(() -> ExpectDifference.expect(opened, ExpectedEntry.equalWithout("(")))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("no regular expression");
    assertThat(text()).isEqualTo(HEAD);
  }

  @Test
  void aFileThatCannotBeAddedToIsLeftAndTheLinesToPasteAreGiven() throws Exception {
    String text = "name: x\nignore: &all [{profile: hosts}]\nwaivers: []\n";
    Opened opened = opened(text);
    assertThatThrownBy(() -> ExpectDifference.expect(opened, LIMIT))
        .isInstanceOf(WorkspaceException.class)
        .hasMessageContaining("spec.limits");
    assertThat(text()).isEqualTo(text);
  }
}
