package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long ago something was, as people say it. */
public final class Ages {
  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;

  private Ages() {}

  /** "3 hours ago". */
  public static String text(Instant then, Instant now) {
    long minutes = Math.max(0, Duration.between(then, now).toMinutes());
    if (minutes < 1) {
      return Messages.text("age.now");
    }
    if (minutes < HOUR) {
      return Messages.count("age.minutes", minutes);
    }
    return minutes < 2 * DAY
        ? Messages.count("age.hours", minutes / HOUR)
        : Messages.count("age.days", minutes / DAY);
  }

  static String text(Optional<Instant> then, Instant now) {
    return then.map(at -> text(at, now)).orElse(Messages.text("age.never"));
  }
}
