package dev.layerscope.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * How long things move: as designed, or not at all for a person who asked for less motion, here or
 * in the system's settings.
 */
public final class Motion {
  /** The setting: {@code true}, {@code false}; missing means as the system says. */
  public static final String REDUCED = "motion.reduced";

  private final Optional<SettingsFile> settings;

  public Motion(SettingsFile settings) {
    this.settings = Optional.of(settings);
  }

  private Motion() {
    settings = Optional.empty();
  }

  /** As the system says, for what knows no settings. */
  public static Motion ofSystem() {
    return new Motion();
  }

  /** Whether nothing moves by itself. */
  public boolean reduced() {
    return settings
        .flatMap(file -> file.get(REDUCED))
        .map(Boolean::parseBoolean)
        .orElseGet(() -> Platform.getPreferences().isReducedMotion());
  }

  /** The time a movement takes: zero when motion is reduced. */
  public Duration of(double millis) {
    return reduced() ? Duration.ZERO : Duration.millis(millis);
  }
}
