package dev.layerscope.ui.workspace;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.common.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The workspaces opened last, newest first, as the settings remember them. */
public final class Recent {
  private static final int MOST = 8;
  private static final String KEY = "recent.";

  private final SettingsFile settings;
  private final Clock clock;

  /** One of them; whether it is still there shows when it is opened. */
  public record Entry(String name, Path file, Instant opened) {}

  public Recent(SettingsFile settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public List<Entry> all() {
    var all = new ArrayList<Entry>();
    for (int i = 0; i < MOST; i++) {
      settings.get(KEY + i).flatMap(Recent::parse).ifPresent(all::add);
    }
    return all;
  }

  /** Puts a workspace first. */
  public void opened(String name, Path file) {
    var all = new ArrayList<>(all());
    all.removeIf(entry -> entry.file().equals(file));
    all.addFirst(new Entry(name, file, clock.instant()));
    write(all);
  }

  /** Takes a workspace off the list; its files stay. */
  public void forget(Path file) {
    var all = new ArrayList<>(all());
    all.removeIf(entry -> entry.file().equals(file));
    write(all);
  }

  private void write(List<Entry> all) {
    for (int i = 0; i < MOST; i++) {
      settings.put(KEY + i, i < all.size() ? print(all.get(i)) : "");
    }
  }

  private static String print(Entry entry) {
    return entry.opened() + "|" + entry.file() + "|" + entry.name();
  }

  private static Optional<Entry> parse(String text) {
    String[] parts = text.split("\\|", 3);
    try {
      return parts.length < 3
          ? Optional.empty()
          : Optional.of(new Entry(parts[2], Path.of(parts[1]), Instant.parse(parts[0])));
    } catch (DateTimeException | java.nio.file.InvalidPathException damaged) {
      return Optional.empty();
    }
  }

  /** When an entry was opened, as people say it: today, Thursday, 3 March. */
  public String when(Entry entry) {
    ZoneId zone = clock.getZone();
    LocalDate then = LocalDate.ofInstant(entry.opened(), zone);
    long days = ChronoUnit.DAYS.between(then, LocalDate.ofInstant(clock.instant(), zone));
    if (days <= 0) {
      return Messages.text("recent.today");
    }
    if (days == 1) {
      return Messages.text("recent.yesterday");
    }
    String pattern = days < 7 ? "EEEE" : days < 300 ? "d MMMM" : "MMMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(then);
  }
}
