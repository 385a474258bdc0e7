package dev.layerscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.operation.place.Unreached;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.ui.common.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A person clones from a bootstrap Application, leaves two repositories out, and draws the rest.
 */
class WelcomeJourneyTest extends ApplicationTest {
  @TempDir @Nullable Path folder;
  private App.@Nullable Built window;
  private @Nullable HttpServer closed;
  private @Nullable GitFixture cluster;

  @Override
  public void start(Stage stage) throws Exception {
    repositories();
    var settings = new SettingsFile(folder().resolve("window.properties"));
    window = App.build(stage, settings, folder().resolve("clones"));
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.show();
    window.shell().welcome();
  }

  private Path folder() {
    return Objects.requireNonNull(folder);
  }

  private App.Built window() {
    return Objects.requireNonNull(window);
  }

  private void repositories() throws IOException {
    closed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    closed.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    closed.start();
    String locked = "http://localhost:" + closed.getAddress().getPort() + "/teams/payments.git";
    GitFixture layer =
        GitFixture.onDisk(folder().resolve("platform/type-a.git"))
            .defaultBranch("dev")
            .file("deps/payments.yaml", application("payments", locked))
            .file("deps/gone.yaml", application("gone", "file://" + folder().resolve("gone.git")))
            .commit("Begin")
            .branch("prod");
    cluster =
        GitFixture.onDisk(folder().resolve("clusters/east.git"))
            .defaultBranch("dev")
            .file("bootstrap/root.yaml", application("east-deps", "CLUSTER"))
            .file("deps/type-a.yaml", application("type-a-deps", layer.url().text()));
    cluster
        .file("bootstrap/root.yaml", application("east-deps", cluster.url().text()))
        .commit("Begin")
        .branch("prod");
  }

  private static String application(String name, String url) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: %s, namespace: argocd}
    spec:
      project: default
      source: {repoURL: "%s", path: deps, targetRevision: dev}
      destination: {server: https://kubernetes.default.svc}
    """
        .formatted(name, url);
  }

  @AfterEach
  void close() {
    interact(window().workspace()::close);
    Objects.requireNonNull(closed).stop(0);
  }

  private void waitUntil(java.util.concurrent.Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        java.util.concurrent.TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> rows() {
    return lookup(".found-row").queryAll().stream()
        .map(row -> String.valueOf(row.getAccessibleText()))
        .toList();
  }

  @Test
  void theProgramIsSetAlsoWhileNothingIsOpen() throws Exception {
    interact(() -> window().shell().go(Page.SETTINGS));
    ListView<?> places = lookup("#places").query();
    assertThat(places.getItems()).as("nothing of a workspace").hasSize(1);
    assertThat(lookup("#fetchOnStart").tryQuery()).isPresent();
    interact(() -> lookup("#back").<Button>query().fire());
    assertThat(lookup("#address").tryQuery()).isPresent();
  }

  @Test
  void aPersonClonesFromABootstrapApplicationAndDrawsWhatIsThere() throws Exception {
    Screens.save(window().stage(), "welcome-light");
    Button draw = lookup("#draw").query();
    assertThat(draw.isDisabled()).isTrue();
    interact(() -> {
      lookup("#address").<TextField>query().setText(Objects.requireNonNull(cluster).url().text());
      lookup("#path").<TextField>query().setText("bootstrap/root.yaml");
      lookup("#revision").<TextField>query().setText("dev");
      TextField into = lookup("#folder").query();
      into.setText(folder().resolve("estate").toString());
      into.fireEvent(new ActionEvent()); // Enter, in the last field as in any
    });
    waitUntil(() ->
        lookup("#cancel").<Button>query().isDisabled()
            && lookup("#summary").<Label>query().getText().startsWith("1 needs credentials"));

    assertThat(rows())
        .hasSize(4)
        .anyMatch(row -> row.contains("clusters/east.git") && row.contains("2 branches"))
        .anyMatch(row -> row.contains("named by type-a-deps") && row.contains("2 branches"))
        .anyMatch(row -> row.contains("teams/payments.git") && row.contains("needs credentials"))
        .anyMatch(row -> row.contains("gone.git") && row.contains("not found"));
    assertThat(lookup("#counts").<Label>query().getText()).isEqualTo("2 of 4 repositories");
    Screens.save(window().stage(), "discovery-light");
    interact(() -> window().theme().choice().set(Theme.Choice.DARK));
    Screens.save(window().stage(), "discovery-dark");

    interact(() -> lookup("#draw").<Button>query().fire());
    waitUntil(() -> window().workspace().shown().get().isPresent());
    assertThat(window().workspace().shown().get().orElseThrow().hierarchy().nodes())
        .extracting(HierarchyNode::name)
        .contains("east-deps", "type-a-deps", "payments", "gone");
    assertThat(folder().resolve("estate/workspace.yaml"))
        .content()
        .contains("layer: type-a", "branch: prod", "# Could not be read: ");

    interact(() -> window().shell().welcome());
    assertThat(lookup("#recentPlace").<javafx.scene.layout.VBox>query().getChildren())
        .singleElement()
        .satisfies(row -> assertThat(row.getAccessibleText()).contains("estate"));
    Screens.save(window().stage(), "welcome-recent-dark");
  }

  @Test
  void aListOfAddressesAndClonesIsOpenedInPlaceAndGetsItsRoot() throws Exception {
    String clone = folder().resolve("platform/type-a.git").toString();
    interact(() -> {
      choose("Use local clones");
      lookup("#lines").<TextArea>query().setText("/nowhere/at/all");
      lookup("#begin").<Button>query().fire();
    });
    waitUntil(() -> window().workspace().problem().get().isPresent());
    assertThat(window().workspace().problem().get().orElseThrow().message())
        .isEqualTo("There is no clone in /nowhere/at/all.");
    interact(() -> {
      choose("Clone a list of repositories");
      lookup("#lines")
          .<TextArea>query()
          .setText(Objects.requireNonNull(cluster).url().text() + "\n" + clone + "\n");
      lookup("#folder").<TextField>query().setText(folder().resolve("listed").toString());
      lookup("#begin").<Button>query().fire();
    });
    waitUntil(() ->
        lookup("#cancel").<Button>query().isDisabled() && !lookup("#draw").query().isDisabled());
    assertThat(rows()).hasSize(2);
    Screens.save(window().stage(), "listed-light");

    interact(() -> lookup("#draw").<Button>query().fire());
    waitUntil(() ->
        window().workspace().shown().get().isPresent() && lookup("#noRoot").query().isVisible());
    assertThat(folder().resolve("listed/workspace.yaml"))
        .content()
        .contains("clone: " + clone)
        .doesNotContain("roots");
    Screens.save(window().stage(), "no-root-light");

    interact(() -> lookup("#noRoot .button").<Button>query().fire());
    waitUntil(() -> lookup("#unreached").<ListView<Unreached.One>>query().getItems().size() >= 2);
    interact(() -> {
      ListView<Unreached.One> list = lookup("#unreached").query();
      list.getItems().stream()
          .filter(one -> one.name().equals("east-deps"))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
      DialogPane dialog = (DialogPane) list.getParent();
      dialog.getButtonTypes().stream()
          .filter(type -> type.getText().equals("Make it a root"))
          .forEach(type -> ((Button) dialog.lookupButton(type)).fire());
    });
    waitUntil(() ->
        window()
            .workspace()
            .shown()
            .get()
            .filter(now -> now.hierarchy().roots().size() == 1)
            .isPresent());
    assertThat(window().workspace().shown().get().orElseThrow().hierarchy().nodes())
        .extracting(HierarchyNode::name)
        .contains("east-deps", "type-a-deps");
    assertThat(lookup("#noRoot").query().isVisible()).isFalse();
  }

  private void choose(String title) {
    lookup(".choice-row").queryAllAs(Button.class).stream()
        .filter(button -> title.equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow()
        .fire();
  }

  @Test
  void whatIsDroppedIsOpenedOrFilledIn() throws Exception {
    var opened = new java.util.ArrayList<Path>();
    var drop = new Drop(opened::add, window().shell()::cloneFrom);
    Path workspace = Files.createDirectory(folder().resolve("w"));
    Files.writeString(workspace.resolve("workspace.yaml"), "name: x\n");

    interact(() -> {
      drop.take(workspace.toString());
      drop.take("https://git.example.com/clusters/east.git//bootstrap/root.yaml@dev");
    });

    assertThat(opened).containsExactly(workspace);
    assertThat(lookup("#address").<TextField>query().getText())
        .isEqualTo("https://git.example.com/clusters/east.git");
    assertThat(lookup("#path").<TextField>query().getText()).isEqualTo("bootstrap/root.yaml");
    assertThat(lookup("#revision").<TextField>query().getText()).isEqualTo("dev");
  }
}
