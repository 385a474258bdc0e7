package dev.layerscope.ui.workspace;

import dev.layerscope.git.credential.RemoteQuestion;
import dev.layerscope.git.credential.RemoteQuestion.Login;
import dev.layerscope.git.credential.Secret;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import dev.layerscope.work.Progress;
import dev.layerscope.work.Question;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Asks for logins, passphrases and trust in a window over the program's own. */
public final class QuestionWindow implements Questions.Window {
  private final Stage owner;

  public QuestionWindow(Stage owner) {
    this.owner = owner;
  }

  @Override
  public <T> Optional<T> show(Question<T> question, Progress waiting) {
    var answer = new CompletableFuture<Optional<T>>();
    var shown = new Shown();
    Background.soon(() -> {
      if (waiting.cancelled()) {
        answer.complete(Optional.empty());
        return;
      }
      Dialog<Object> dialog = dialog(question);
      shown.dialog = Optional.of(dialog);
      dialog.setOnHidden(ignored ->
          answer.complete(
              Optional.ofNullable(dialog.getResult())
                  .filter(question.answer()::isInstance)
                  .map(question.answer()::cast)));
      dialog.show();
    });
    return await(answer, shown, waiting);
  }

  /** The window, once it shows; known to the toolkit's thread alone. */
  private static final class Shown {
    private Optional<Dialog<?>> dialog = Optional.empty();
  }

  /** A person may think for long; work that was cancelled does not wait for that. */
  private static <T> Optional<T> await(
      CompletableFuture<Optional<T>> answer, Shown shown, Progress waiting) {
    while (true) {
      try {
        return answer.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (waiting.cancelled()) {
          Background.soon(() -> shown.dialog.ifPresent(Dialog::close));
          return Optional.empty();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private Dialog<Object> dialog(Question<?> question) {
    var dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(Messages.text("ask.title"));
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.getDialogPane().getStyleClass().add("question");
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    switch (question) {
      case RemoteQuestion.LoginWanted login -> login(dialog, login);
      case RemoteQuestion.HostUnknown host -> host(dialog, host);
      case RemoteQuestion.PassphraseWanted key -> passphrase(dialog, key);
      default -> throw new IllegalArgumentException("no window for " + question);
    }
    return dialog;
  }

  private static void login(Dialog<Object> dialog, RemoteQuestion.LoginWanted question) {
    var user = new TextField(question.user().orElse(""));
    user.setPromptText(Messages.text("ask.user"));
    user.setAccessibleText(Messages.text("ask.user"));
    user.setId("askUser");
    var token = new PasswordField();
    token.setPromptText(Messages.text("ask.token"));
    token.setAccessibleText(Messages.text("ask.token"));
    token.setId("askToken");
    var keep = new CheckBox(Messages.text("ask.keep"));
    String asked = question.refused() ? "ask.login.refused" : "ask.login";
    var text = Pieces.label(Messages.text(asked, question.host(), question.address()));
    fill(dialog, "ask.signin", text, user, token, keep);
    dialog.setResultConverter(button ->
        isYes(button)
            ? new Login(user.getText().strip(), new Secret(token.getText()), keep.isSelected())
            : null);
    Pieces.begin(dialog, user.getText().isEmpty() ? user : token);
  }

  private static void host(Dialog<Object> dialog, RemoteQuestion.HostUnknown question) {
    fill(
        dialog,
        "ask.host.yes",
        Pieces.label(Messages.text("ask.host", question.host())),
        Pieces.label(question.fingerprints(), "code"),
        Pieces.label(Messages.text("ask.host.how"), "muted"));
    dialog.setResultConverter(DialogAnswers::yes);
  }

  private static void passphrase(Dialog<Object> dialog, RemoteQuestion.PassphraseWanted question) {
    var words = new PasswordField();
    words.setAccessibleText(Messages.text("ask.passphrase"));
    words.setPromptText(Messages.text("ask.passphrase"));
    fill(dialog, "ask.unlock", Pieces.label(question.text()), words);
    dialog.setResultConverter(button -> isYes(button) ? new Secret(words.getText()) : null);
    Pieces.begin(dialog, words);
  }

  private static void fill(Dialog<Object> dialog, String yes, Node... nodes) {
    var box = new VBox(12, nodes);
    box.setPrefWidth(440);
    for (Node node : nodes) {
      if (node instanceof javafx.scene.control.Label label) {
        label.setWrapText(true);
      }
    }
    dialog.getDialogPane().setContent(box);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .setAll(
            new ButtonType(Messages.text(yes), ButtonBar.ButtonData.OK_DONE),
            new ButtonType(Messages.text("ask.no"), ButtonBar.ButtonData.CANCEL_CLOSE));
  }

  private static boolean isYes(ButtonType button) {
    return button != null && button.getButtonData() == ButtonBar.ButtonData.OK_DONE;
  }

  /** Yes and no as truth values. */
  private static final class DialogAnswers {
    private DialogAnswers() {}

    static Object yes(ButtonType button) {
      return isYes(button);
    }
  }
}
