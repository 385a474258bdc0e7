package dev.layerscope.operation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.GitException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are left are there again, whoever looks next. */
class KeptFormsTest {
  private static final KeptForms.Form TEAM =
      new KeptForms.Form("Bind team a in east", "TEAM", Map.of("name", "a", "in", "east = ü"));

  @TempDir private Path clones;

  private KeptForms forms(String workspace) {
    return new KeptForms(clones, Path.of(workspace));
  }

  @Test
  void aPlanThatWasLeftIsThereAfterARestart() throws Exception {
    forms("/x/workspace.yaml").keep(TEAM);
    assertThat(forms("/x/workspace.yaml").all()).containsExactly(TEAM);
  }

  @Test
  void anotherWorkspaceHasPlansOfItsOwn() throws Exception {
    forms("/x/workspace.yaml").keep(TEAM);
    assertThat(forms("/y/workspace.yaml").all()).isEmpty();
  }

  @Test
  void aPlanAboutTheSameThingTakesItsPlaceAndAForgottenOneIsGone() throws Exception {
    var forms = forms("/x/workspace.yaml");
    forms.keep(TEAM);
    var again = new KeptForms.Form(TEAM.title(), TEAM.kind(), Map.of("name", "a"));
    forms.keep(again);
    assertThat(forms.all()).containsExactly(again);
    forms.forget(again);
    assertThat(forms.all()).isEmpty();
  }

  @Test
  void aFileThatIsNoPlanIsPassedOver() throws Exception {
    var forms = forms("/x/workspace.yaml");
    forms.keep(TEAM);
    try (Stream<Path> folders = Files.list(clones.resolve("plans"))) {
      Path folder = folders.findFirst().orElseThrow();
      Files.writeString(folder.resolve("a.properties"), "title=\\u00zz");
      Files.write(folder.resolve("b.properties"), new byte[] {(byte) 0xff, (byte) 0xfe});
      Files.writeString(folder.resolve("c.properties.unfinished"), "title=half");
    }
    assertThat(forms.all()).containsExactly(TEAM);
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsTold() throws Exception {
    Files.writeString(clones.resolve("plans"), "a file where the folder would be");
    assertThatThrownBy(() -> forms("/x/workspace.yaml").keep(TEAM))
        .isInstanceOfSatisfying(
            GitException.class, e -> assertThat(e.kind()).isEqualTo(GitException.Kind.DISK))
        .hasMessageContaining("Cannot keep the plan in");
  }
}
