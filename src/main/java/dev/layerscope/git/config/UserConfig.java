package dev.layerscope.git.config;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * A person's configuration as git finds it (git-config(1), FILES and ENVIRONMENT): the file that
 * {@code GIT_CONFIG_GLOBAL} names, else {@code ~/.gitconfig} over the one of the XDG folder; and
 * over both what {@code GIT_CONFIG_COUNT} counts. JGit also asks it for what it has measured
 * before.
 */
final class UserConfig extends FileBasedConfig {
  private static final long CAUTIOUS_RESOLUTION_MILLIS = 2_000;

  private final boolean file;
  private final Function<String, Optional<String>> environment;
  private volatile boolean loaded;

  private UserConfig(
      @Nullable Config parent,
      Optional<File> file,
      FS fs,
      Function<String, Optional<String>> environment) {
    super(parent, file.orElse(new File("none")), fs);
    this.file = file.isPresent();
    this.environment = environment;
  }

  /**
   * @param own the file in the home of the person
   * @param environment the value of a variable, empty when it is not set
   */
  static UserConfig of(
      @Nullable Config parent, File own, FS fs, Function<String, Optional<String>> environment) {
    Optional<String> named = environment.apply("GIT_CONFIG_GLOBAL");
    if (named.isPresent()) {
      Optional<File> file = named.filter(name -> !name.isEmpty()).map(File::new);
      return new UserConfig(parent, file.filter(File::isFile), fs, environment);
    }
    File xdg =
        environment
            .apply("XDG_CONFIG_HOME")
            .filter(folder -> !folder.isEmpty())
            .map(File::new)
            .orElse(new File(own.getParentFile(), ".config"));
    var below = new FileBasedConfig(parent, new File(new File(xdg, "git"), "config"), fs);
    return new UserConfig(
        below.getFile().isFile() ? below : parent, Optional.of(own), fs, environment);
  }

  @Override
  public void load() throws IOException, ConfigInvalidException {
    if (file) {
      super.load();
    } else {
      clear();
    }
    loaded = true;
    String counted = counted();
    if (!counted.isEmpty()) {
      fromText(toText() + counted);
    }
  }

  @Override
  public boolean isOutdated() {
    return file ? super.isOutdated() : !loaded;
  }

  /** The keys and values of the environment as a file would have them. */
  private String counted() {
    int count = environment.apply("GIT_CONFIG_COUNT").map(UserConfig::number).orElse(0);
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String key = environment.apply("GIT_CONFIG_KEY_" + i).orElse("");
      String value = environment.apply("GIT_CONFIG_VALUE_" + i).orElse("");
      int first = key.indexOf('.');
      int last = key.lastIndexOf('.');
      if (first > 0) {
        String part = first == last ? null : key.substring(first + 1, last);
        var one = new Config();
        one.setString(key.substring(0, first), part, key.substring(last + 1), value);
        text.append('\n').append(one.toText());
      }
    }
    return text.toString();
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  @Override
  public long getTimeUnit(
      String section, @Nullable String subsection, String name, long fallback, TimeUnit unit) {
    return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
        ? unit.convert(CAUTIOUS_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
        : super.getTimeUnit(section, subsection, name, fallback, unit);
  }
}
