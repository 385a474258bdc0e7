package dev.layerscope.ui.common;

import dev.layerscope.workspace.UserFolders;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
    values.putAll(onDisk());
  }

  private Properties onDisk() {
    var found = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      found.load(in);
      return found;
    } catch (IOException | IllegalArgumentException missingOrDamaged) {
      return new Properties();
    }
  }

  /** The file of this user. */
  public static SettingsFile ofUser() {
    return new SettingsFile(UserFolders.configFolder().resolve("window.properties"));
  }

  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  /**
   * Remembers a value; the file is replaced as a whole, so it is never half written. What another
   * window's process has put there meanwhile stays.
   */
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
      write(folder, key, value);
    } catch (IOException notRemembered) {
      // The choice still holds until the program ends.
    }
  }

  private void write(Path folder, String key, String value) throws IOException {
    Path lock = folder.resolve("window.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assert held.isValid();
      removeLeftovers(folder);
      Properties all = onDisk();
      values.forEach(all::putIfAbsent);
      all.setProperty(key, value);
      var text = new StringWriter();
      all.store(text, "Layerscope's window");
      Path fresh = Files.createTempFile(folder, "window", ".new");
      Files.writeString(fresh, text.toString());
      move(fresh);
    }
  }

  /** Of programs that died while they wrote; whoever holds the lock is alone. */
  private static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "window*.new")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
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
