package dev.layerscope.ui.common;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;

/**
 * One window for one workspace, over all programs of a user: who opens a workspace hangs up a bell,
 * who would open it too rings and leaves. The bell is a socket in a folder of the user's; no port
 * is opened and nobody else's program hears it.
 */
public final class Doorbell implements Closeable {
  private static final byte RING = 'r';

  /** Longer paths do not fit a socket's address on every platform. */
  private static final int LONGEST = 100;

  private final ServerSocketChannel listening;
  private final Path socket;

  private Doorbell(ServerSocketChannel listening, Path socket) {
    this.listening = listening;
    this.socket = socket;
  }

  /**
   * Rings at whoever has a workspace open.
   *
   * @param folder of the bells
   * @return whether somebody heard it, and has come forward
   */
  public static boolean ring(Path folder, Path workspace) {
    return rung(socket(folder, workspace));
  }

  /**
   * Hangs up a bell, in place of one whose owner is gone.
   *
   * @param rung runs on the toolkit's thread for each ring
   * @return empty when another program has the workspace open, or when there is no place for a bell
   */
  public static Optional<Doorbell> hang(Path folder, Path workspace, Runnable rung) {
    Path socket = socket(folder, workspace);
    try {
      Files.createDirectories(folder);
      try (FileChannel door =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = door.lock()) {
        if (!held.isValid() || rung(socket)) {
          return Optional.empty();
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        var bell = new Doorbell(listening, socket);
        Thread.ofPlatform().daemon().name("layerscope-doorbell").start(() -> bell.listen(rung));
        return Optional.of(bell);
      }
    } catch (IOException | UnsupportedOperationException noPlace) {
      return Optional.empty();
    }
  }

  private void listen(Runnable rung) {
    while (listening.isOpen()) {
      try (SocketChannel caller = listening.accept()) {
        var heard = ByteBuffer.allocate(1);
        if (caller.read(heard) == 1 && heard.get(0) == RING) {
          Platform.runLater(rung);
          caller.write(ByteBuffer.wrap(new byte[] {RING}));
        }
      } catch (IOException hungUp) {
        // The caller left, or the bell was taken down: the loop sees which.
      }
    }
  }

  private static boolean rung(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      caller.write(ByteBuffer.wrap(new byte[] {RING}));
      return caller.read(ByteBuffer.allocate(1)) == 1;
    } catch (IOException | UnsupportedOperationException nobodyThere) {
      return false;
    }
  }

  private static Path socket(Path folder, Path workspace) {
    String name =
        UUID.nameUUIDFromBytes(real(workspace).getBytes(StandardCharsets.UTF_8)) + ".bell";
    Path socket = folder.resolve(name);
    return socket.toString().length() <= LONGEST
        ? socket
        : Path.of(System.getProperty("java.io.tmpdir"), "layerscope-" + name);
  }

  /** A folder and the file in it are one workspace, over whatever links it was reached. */
  private static String real(Path workspace) {
    try {
      Path file = Files.isDirectory(workspace) ? workspace.resolve("workspace.yaml") : workspace;
      return file.toRealPath().toString();
    } catch (IOException gone) {
      return workspace.toAbsolutePath().normalize().toString();
    }
  }

  /** Takes the bell down. */
  @Override
  public void close() {
    try {
      listening.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
