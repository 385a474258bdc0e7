package dev.layerscope.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * How JGit sees this machine. Git's own configuration is read as usual. What JGit would measure
 * itself, the resolution of file times, is answered with a cautious constant: measuring takes three
 * seconds on every new machine and leaves a file in the user's home.
 */
final class GitSettings extends SystemReader.Delegate {
  private static final long CAUTIOUS_RESOLUTION_MILLIS = 2_000;

  private static boolean installed;

  private GitSettings(SystemReader machine) {
    super(machine);
  }

  /** To be called before the first use of JGit; further calls do nothing. */
  static synchronized void install() {
    if (!installed) {
      SystemReader.setInstance(new GitSettings(SystemReader.getInstance()));
      installed = true;
    }
  }

  @Override
  public StoredConfig getJGitConfig() {
    return new Constants();
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new FileBasedConfig(parent, new java.io.File("/nonexistent"), fs);
  }

  /** Answers what JGit asks about the file system; never written. */
  private static final class Constants extends StoredConfig {
    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long fallback, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(CAUTIOUS_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, fallback, unit);
    }

    @Override
    public @Nullable Long getTimeUnit(
        String section, @Nullable String subsection, String name, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? Long.valueOf(unit.convert(CAUTIOUS_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS))
          : super.getTimeUnit(section, subsection, name, unit);
    }
  }
}
