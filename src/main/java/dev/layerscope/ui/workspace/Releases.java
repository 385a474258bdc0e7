package dev.layerscope.ui.workspace;

import dev.layerscope.operation.open.NewerRelease;
import dev.layerscope.operation.open.NewerRelease.Answer;
import dev.layerscope.ui.common.Background;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.SettingsFile;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The hint that there is a newer release. It is off until a person turns it on, and asks nobody but
 * the repository that person has named.
 */
public final class Releases {
  static final String ASKED = "releases.asked";
  static final String REPOSITORY = "releases.repository";

  private final Background background;
  private final SettingsFile settings;
  private final String running;
  private final ReadOnlyObjectWrapper<Optional<String>> newer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  /**
   * @param running the version that is to be compared with
   */
  public Releases(Background background, SettingsFile settings, String running) {
    this.background = background;
    this.settings = settings;
    this.running = running;
  }

  /** The version that runs; {@code development} for what was not packaged. */
  public static String running() {
    return Optional.ofNullable(Releases.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The tag of a newer release; empty when none is known of. */
  public ReadOnlyObjectProperty<Optional<String>> newer() {
    return newer.getReadOnlyProperty();
  }

  /** What came of the last question, or why it could not be answered. */
  ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  boolean on() {
    return settings.get(ASKED).map(Boolean::parseBoolean).orElse(false);
  }

  String repository() {
    return settings.get(REPOSITORY).orElse("");
  }

  void turn(boolean on) {
    settings.put(ASKED, Boolean.toString(on));
    if (!on) {
      newer.set(Optional.empty());
      said.set("");
    }
    ask();
  }

  void repository(String address) {
    settings.put(REPOSITORY, address.strip());
    ask();
  }

  /** Asks, where that is wanted; otherwise nothing happens. */
  public void ask() {
    String repository = repository();
    if (!on() || repository.isEmpty()) {
      return;
    }
    background.ask(
        "releases",
        Messages.text("releases.asking"),
        progress -> NewerRelease.ask(repository, running, progress),
        this::take,
        error -> said.set(Messages.text("releases.failed", String.valueOf(error.getMessage()))));
  }

  private void take(Answer answer) {
    switch (answer) {
      case Answer.Newer(String tag) -> {
        newer.set(Optional.of(tag));
        said.set(Messages.text("releases.newer", tag));
      }
      case Answer.Newest(String tag) -> {
        newer.set(Optional.empty());
        said.set(Messages.text("releases.newest", running, tag));
      }
      case Answer.Unknown ignored -> {
        newer.set(Optional.empty());
        said.set(Messages.text("releases.unknown", running));
      }
    }
  }
}
