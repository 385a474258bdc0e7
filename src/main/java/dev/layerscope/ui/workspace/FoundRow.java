package dev.layerscope.ui.workspace;

import dev.layerscope.export.picture.LayerLooks;
import dev.layerscope.git.GitException;
import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.FoundRepository.State;
import dev.layerscope.ui.common.GlyphIcon;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.Pieces;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One repository of a discovery: what it is, who named it, how far it is, what it needs. */
final class FoundRow extends VBox {
  private static final double INDENT = 28;

  private final DiscoveryViewModel model;
  private final HBox line = new HBox(10);
  private final Label right = Pieces.label("", "muted");
  private final ProgressBar bar = new ProgressBar();
  private String form = "";

  FoundRow(DiscoveryViewModel model) {
    this.model = model;
    getStyleClass().add("found-row");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(44);
    bar.setPrefWidth(120);
    right.setMinWidth(USE_PREF_SIZE);
    getChildren().add(line);
  }

  /** Shows how it is now; a form that is being filled in stays. */
  void show(FoundRepository found, LayerLooks looks, String given) {
    Label name = Pieces.label(name(found), "strong");
    Label by = Pieces.label(by(found, given), "muted", "caption");
    by.setMaxWidth(560);
    var words = new VBox(1, name, by);
    words.setAlignment(Pos.CENTER_LEFT);
    var glyph = new GlyphIcon(looks.of(found.url().shortName()), false);
    HBox.setMargin(glyph, new Insets(0, 0, 0, INDENT * found.level()));
    line.getChildren().setAll(sign(found.state()), glyph, words, Pieces.spring());
    if (found.state() instanceof State.Cloning(int percent)) {
      bar.setProgress(percent < 0 ? ProgressBar.INDETERMINATE_PROGRESS : percent / 100.0);
      line.getChildren().add(bar);
    }
    right.setText(said(found.state()));
    right.getStyleClass().setAll("label", isTrouble(found.state()) ? "error" : "muted");
    line.getChildren().add(right);
    setAccessibleText(name.getText() + ", " + by.getText() + ", " + right.getText());
    below(found);
  }

  private static String name(FoundRepository found) {
    String identity = found.url().identity();
    int folder = identity.lastIndexOf('/', identity.lastIndexOf('/') - 1);
    return identity.substring(folder + 1) + ".git";
  }

  private static String by(FoundRepository found, String given) {
    if (found.foundBy().isEmpty()) {
      return found.level() == 0 ? given : Messages.text("discover.infile");
    }
    return found.naming() > 1
        ? Messages.text("discover.by.more", found.foundBy(), found.naming() - 1)
        : Messages.text("discover.by", found.foundBy());
  }

  private static Node sign(State state) {
    Node sign =
        switch (state) {
          case State.Waiting ignored -> Pieces.icon("fth-circle", 16);
          case State.Cloning ignored -> Pieces.icon("fth-loader", 16, "accent");
          case State.Done ignored -> Pieces.icon("fth-check-circle", 16, "ok");
          case State.Failed failed ->
              failed.kind() == GitException.Kind.CREDENTIALS
                  ? Pieces.icon("fth-key", 16, "warning")
                  : Pieces.icon("fth-alert-circle", 16, "error");
          case State.LeftAlone ignored -> Pieces.icon("fth-minus-circle", 16);
        };
    HBox.setMargin(sign, new Insets(0, 4, 0, 4));
    return sign;
  }

  private static boolean isTrouble(State state) {
    return state instanceof State.Failed failed && failed.kind() != GitException.Kind.CREDENTIALS;
  }

  private static String said(State state) {
    return switch (state) {
      case State.Waiting ignored -> Messages.text("discover.waiting");
      case State.Cloning(int percent) ->
          percent < 0
              ? Messages.text("discover.asking")
              : Messages.text("discover.receiving", percent);
      case State.Done(long bytes, int branches) ->
          (bytes == 0 ? Messages.text("discover.inplace") : Sizes.text(bytes))
              + ", "
              + Messages.count("count.branches", branches);
      case State.Failed failed ->
          switch (failed.kind()) {
            case CREDENTIALS -> Messages.text("discover.credentials");
            case NOT_FOUND -> Messages.text("discover.notfound");
            case NETWORK -> Messages.text("discover.unreachable");
            default -> Messages.text("discover.failed");
          };
      case State.LeftAlone ignored -> Messages.text("discover.left");
    };
  }

  private void below(FoundRepository found) {
    String wanted =
        found.state() instanceof State.Failed failed ? failed.kind() + failed.reason() : "";
    boolean needs =
        found.state() instanceof State.Failed failed
            && failed.kind() == GitException.Kind.CREDENTIALS;
    getStyleClass().remove("needs");
    if (needs) {
      getStyleClass().add("needs");
    }
    if (!wanted.equals(form)) {
      form = wanted;
      getChildren().setAll(line);
      if (found.state() instanceof State.Failed(GitException.Kind kind, String reason)) {
        getChildren().add(needs ? login(found, reason) : trouble(found, reason));
      } else if (found.state() instanceof State.LeftAlone(String reason)) {
        getChildren().add(trouble(found, reason));
      }
    }
  }

  private VBox login(FoundRepository found, String reason) {
    var user = new TextField();
    user.setPromptText(Messages.text("ask.user"));
    user.setAccessibleText(Messages.text("ask.user"));
    var token = new PasswordField();
    token.setPromptText(Messages.text("ask.token"));
    token.setAccessibleText(Messages.text("ask.token"));
    var keep = new CheckBox(Messages.text("ask.keep"));
    var again = new Button(Messages.text("problem.retry"));
    again.setOnAction(
        ignored -> model.logIn(found, user.getText().strip(), token.getText(), keep.isSelected()));
    token.setOnAction(ignored -> again.fire());
    var overSsh = quiet("discover.ssh", () -> model.useSsh(found));
    overSsh.setDisable(!found.url().text().startsWith("http"));
    String stays = found.naming() > 0 ? " " + Messages.count("discover.stay", found.naming()) : "";
    String host = DiscoveryViewModel.hostOf(found.url());
    boolean web = found.url().text().startsWith("http");
    String why = web ? Messages.text("discover.login", host) : reason;
    var text = Pieces.label(why + stays);
    text.setWrapText(true);
    Button skip = quiet("discover.skip", () -> model.skip(found));
    if (!web) {
      return box(List.of(text, new FlowPane(8, 8, quiet("problem.retry", model::again), skip)));
    }
    return box(List.of(text, new FlowPane(8, 8, user, token, again, overSsh, skip), keep));
  }

  private VBox trouble(FoundRepository found, String reason) {
    var text = Pieces.label(reason, "muted", "small");
    text.setWrapText(true);
    var row = Pieces.row(8, quiet("problem.retry", model::again));
    return box(found.state() instanceof State.Failed ? List.of(text, row) : List.of(text));
  }

  private static VBox box(List<? extends Node> nodes) {
    var box = new VBox(8);
    box.getChildren().setAll(nodes);
    box.setPadding(new Insets(0, 0, 12, 62));
    return box;
  }

  private static Button quiet(String key, Runnable action) {
    var button = new Button(Messages.text(key));
    button.getStyleClass().add("quiet");
    button.setOnAction(ignored -> action.run());
    return button;
  }
}
