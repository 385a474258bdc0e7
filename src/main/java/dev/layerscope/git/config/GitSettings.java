package dev.layerscope.git.config;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.StringUtils;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * How JGit sees this machine. Git's own configuration is read as usual, found without starting git
 * where that can be ({@link SystemConfig}). What JGit would measure itself, the resolution of file
 * times, is answered with a cautious constant: measuring takes three seconds on every new machine
 * and leaves a file in the user's home.
 */
public final class GitSettings extends SystemReader.Delegate {
  private static boolean installed;

  private SystemConfig.@Nullable Place systemConfig;

  private GitSettings(SystemReader machine) {
    super(machine);
  }

  /** To be called before the first use of JGit; further calls do nothing. */
  public static synchronized void install() {
    if (!installed) {
      SystemReader.setInstance(new GitSettings(SystemReader.getInstance()));
      packs();
      installed = true;
    }
  }

  /**
   * Packs are read in pieces of 8 KB and 10 MB of them kept, says JGit: an estate's manifests lie
   * all over its packs, and most of them are read.
   */
  private static void packs() {
    var sizes = new WindowCacheConfig();
    sizes.setPackedGitWindowSize(64 << 10);
    sizes.setPackedGitLimit(24 << 20);
    sizes.setDeltaBaseCacheLimit(16 << 20);
    sizes.install();
  }

  /**
   * Has JGit read what it reads once in a program: git's settings of this machine and its own
   * texts. The first repository that is opened would wait for it.
   */
  public static void readAhead() {
    install();
    try {
      SystemReader.getInstance().getUserConfig();
    } catch (ConfigInvalidException | IOException unreadable) {
      // Whoever opens the first repository meets the same, and says it with that repository.
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    if (!StringUtils.isEmptyOrNull(getenv(Constants.GIT_CONFIG_NOSYSTEM_KEY))) {
      return super.openSystemConfig(parent, fs);
    }
    return switch (systemConfig()) {
      case SystemConfig.Place.Found found -> new FileBasedConfig(parent, found.file().toFile(), fs);
      case SystemConfig.Place.None ignored -> new NoConfig(parent, fs);
      case SystemConfig.Place.AskGit ignored -> super.openSystemConfig(parent, fs);
    };
  }

  private synchronized SystemConfig.Place systemConfig() {
    if (systemConfig == null) {
      String path = Optional.ofNullable(getenv("PATH")).orElse("");
      systemConfig =
          SystemConfig.of(
              Optional.ofNullable(getenv("GIT_CONFIG_SYSTEM")).filter(name -> !name.isEmpty()),
              Stream.of(path.split(File.pathSeparator)).filter(s -> !s.isEmpty()).map(Path::of),
              !isWindows() && !isMacOS());
    }
    return systemConfig;
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return UserConfig.of(
        parent,
        super.openUserConfig(parent, fs).getFile(),
        fs,
        name -> Optional.ofNullable(getenv(name)));
  }

  /** Nothing, and nothing to look for again. */
  private static final class NoConfig extends FileBasedConfig {
    NoConfig(@Nullable Config parent, FS fs) {
      super(parent, new File("none"), fs);
    }

    @Override
    public void load() {
      // there is no file
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
