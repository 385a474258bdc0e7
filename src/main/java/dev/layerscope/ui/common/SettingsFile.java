package dev.layerscope.ui.common;

import dev.layerscope.workspace.UserFolders;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What the window remembers between two starts, in the folder the platform wants settings in. A
 * file that is missing or damaged means defaults; one that cannot be written is given up silently:
 * nothing of worth is lost.
 */
public final class SettingsFile {
  private final Path file;
  private final Properties values = new Properties();

  public SettingsFile(Path file) {
    this.file = file;
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException missingOrDamaged) {
      values.clear();
    }
  }

  /** The file of this user. */
  public static SettingsFile ofUser() {
    return new SettingsFile(UserFolders.configFolder().resolve("window.properties"));
  }

  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  /** Remembers a value; the file is replaced as a whole, so it is never half written. */
  public synchronized void put(String key, String value) {
    if (value.equals(values.getProperty(key))) {
      return;
    }
    values.setProperty(key, value);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        return;
      }
      Files.createDirectories(folder);
      var text = new StringWriter();
      values.store(text, "Layerscope's window");
      Path fresh = Files.createTempFile(folder, "window", ".new");
      Files.writeString(fresh, text.toString());
      move(fresh);
    } catch (IOException notRemembered) {
      // The choice still holds until the program ends.
    }
  }

  private void move(Path fresh) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
