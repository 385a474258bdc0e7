package dev.layerscope.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.credential.RemoteQuestion.HostUnknown;
import dev.layerscope.git.credential.RemoteQuestion.Login;
import dev.layerscope.git.credential.RemoteQuestion.LoginWanted;
import dev.layerscope.git.credential.Secret;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A person is asked once, and only where asking is of use. */
class QuestionsTest {
  private static final Login ROBIN = new Login("robin", new Secret("s3cret"), false);

  private final List<Question<?>> shown = new ArrayList<>();
  private Optional<?> answer = Optional.empty();
  private final Questions questions =
      new Questions(
          new Questions.Window() {
            @Override
            public <T> Optional<T> show(Question<T> question, Progress waiting) {
              shown.add(question);
              return answer.map(question.answer()::cast);
            }
          },
          Set.of("page"));

  private static LoginWanted wanted(String host, boolean refused) {
    return new LoginWanted(host, "https://" + host + "/team/app.git", Optional.empty(), refused);
  }

  private Optional<Login> ask(String lane, LoginWanted question) {
    return questions.ask(lane, question, Progress.SILENT);
  }

  @Test
  void anAnswerHoldsForItsHostUntilItIsRefused() {
    answer = Optional.of(ROBIN);
    assertThat(ask("fetch", wanted("a", false))).contains(ROBIN);
    assertThat(ask("fetch", wanted("a", false))).contains(ROBIN);
    assertThat(shown).hasSize(1);

    ask("fetch", wanted("a", true));
    ask("fetch", wanted("b", false));
    assertThat(shown).hasSize(3);
  }

  @Test
  void whoDeclinesIsNotAskedAgainBeforeTheNextThingTheyDo() {
    assertThat(ask("fetch", wanted("a", false))).isEmpty();
    assertThat(ask("fetch", wanted("a", false))).isEmpty();
    assertThat(shown).hasSize(1);

    questions.begins("fetch");
    ask("fetch", wanted("a", false));
    assertThat(shown).hasSize(2);

    answer = Optional.of(false);
    questions.ask("fetch", new HostUnknown("h", "SHA256:x"), Progress.SILENT);
    questions.ask("fetch", new HostUnknown("h", "SHA256:x"), Progress.SILENT);
    assertThat(shown).hasSize(3);
  }

  @Test
  void aPageThatAsksItselfAnswersForTheHostAnAddressWasLedTo() {
    var repository = new RepoUrl("https://git.example.com/team/app.git");
    assertThat(ask("page", wanted("mirror:8443", false))).isEmpty();
    assertThat(shown).isEmpty();

    questions.know(repository, ROBIN);
    assertThat(ask("page", wanted("mirror:8443", false))).contains(ROBIN);
    assertThat(ask("page", wanted("git.example.com", false))).contains(ROBIN);
  }

  @Test
  void whatWasLeftOutIsNotAskedForUntilTheNextFetch() {
    questions.leave(List.of(new RepoUrl("https://git.example.com/team/app.git")));
    questions.begins("open");
    assertThat(ask("open", wanted("git.example.com", false))).isEmpty();
    assertThat(shown).isEmpty();

    questions.begins(WorkspaceViewModel.FETCH);
    ask(WorkspaceViewModel.FETCH, wanted("git.example.com", false));
    assertThat(shown).hasSize(1);
    assertThat(shown.toString()).doesNotContain("s3cret");
  }
}
