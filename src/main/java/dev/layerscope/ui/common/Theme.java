package dev.layerscope.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark: what was chosen, or what the system does; in force on a scene at once. */
public final class Theme {
  /** What a person can choose. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final String SETTING = "theme";
  private static final String[] FONTS = {
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-SemiBold.ttf"
  };

  /**
   * Two sheets change, and each change matches all rules with all nodes at once; a scene some of
   * whose styles are already about to be looked at leaves all of that to the next frame, once.
   */
  private static final PseudoClass DRESSING = PseudoClass.getPseudoClass("dressing");

  private final SettingsFile settings;
  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);

  public Theme(SettingsFile settings) {
    this.settings = settings;
    choice.set(settings.get(SETTING).flatMap(Theme::parse).orElse(Choice.SYSTEM));
  }

  public ObjectProperty<Choice> choice() {
    return choice;
  }

  /** Dresses a scene, and again whenever the choice or the system's scheme changes. */
  public void dress(Scene scene) {
    loadFonts();
    apply(scene);
    choice.addListener((ignored, before, now) -> {
      settings.put(SETTING, now.name().toLowerCase(Locale.ROOT));
      apply(scene);
    });
    Platform.getPreferences().colorSchemeProperty().addListener(ignored -> apply(scene));
  }

  public boolean isDark() {
    return switch (choice.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** The other one than is in force. */
  public void toggle() {
    choice.set(isDark() ? Choice.LIGHT : Choice.DARK);
  }

  private void apply(Scene scene) {
    boolean dark = isDark();
    if (scene.getWindow() != null && scene.getWindow().isShowing()) {
      Slices.takeOut(scene);
    }
    scene.getRoot().pseudoClassStateChanged(DRESSING, true);
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet(dark ? "dark.css" : "light.css"), sheet("app.css"));
    scene.getRoot().pseudoClassStateChanged(DRESSING, false);
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/dev/layerscope/ui/" + name), name)
        .toExternalForm();
  }

  /** The fonts ship with the program; where one fails to load, the system's stands in. */
  public static void loadFonts() {
    for (String font : FONTS) {
      try (var in = Theme.class.getResourceAsStream("/dev/layerscope/ui/fonts/" + font)) {
        if (in != null) {
          Font.loadFont(in, 13);
        }
      } catch (java.io.IOException unreadable) {
        // The style sheets name fall-backs.
      }
    }
  }

  private static Optional<Choice> parse(String text) {
    for (Choice each : Choice.values()) {
      if (each.name().equalsIgnoreCase(text)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
