package dev.layerscope.git.transport;

import java.io.File;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** A configuration of git's without a file. */
public final class ConfigInMemory extends FileBasedConfig {
  public ConfigInMemory() {
    super(null, new File("none"), FS.DETECTED);
  }

  @Override
  public void load() {}

  @Override
  public boolean isOutdated() {
    return false;
  }
}
