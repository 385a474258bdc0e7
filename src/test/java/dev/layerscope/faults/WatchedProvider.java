package dev.layerscope.faults;

import static dev.layerscope.faults.Step.step;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The machine's file system with every change a {@link Step}. A program is started on it with
 * {@code -Djava.nio.file.spi.DefaultFileSystemProvider=}: neither it nor its libraries know.
 */
public final class WatchedProvider extends FileSystemProvider {
  private final FileSystemProvider machine;
  private final WatchedFileSystem files;

  /** Called by the Java runtime with its own provider. */
  public WatchedProvider(FileSystemProvider machine) {
    this.machine = machine;
    this.files = new WatchedFileSystem(this, machine.getFileSystem(URI.create("file:///")));
  }

  private static Path plain(Path path) {
    return WatchedPath.plain(path);
  }

  private Path watched(Path path) {
    return new WatchedPath(files, path);
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
    return machine.newFileSystem(uri, environment);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return files;
  }

  @Override
  public Path getPath(URI uri) {
    return watched(machine.getPath(uri));
  }

  private static boolean writes(Set<? extends OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE)
        || options.contains(StandardOpenOption.APPEND);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return writes(options)
        ? step("write", path, () -> machine.newByteChannel(plain(path), options, attributes))
        : machine.newByteChannel(plain(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return writes(options)
        ? step("write", path, () -> machine.newFileChannel(plain(path), options, attributes))
        : machine.newFileChannel(plain(path), options, attributes);
  }

  @Override
  public AsynchronousFileChannel newAsynchronousFileChannel(
      Path path,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      FileAttribute<?>... attributes)
      throws IOException {
    return machine.newAsynchronousFileChannel(plain(path), options, executor, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream =
        machine.newDirectoryStream(plain(folder), path -> filter.accept(watched(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> each = stream.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Path next() {
            return watched(each.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    step(
        "make folder",
        folder,
        () -> {
          machine.createDirectory(plain(folder), attributes);
          return folder;
        });
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    step(
        "link",
        link,
        () -> {
          machine.createSymbolicLink(plain(link), plain(target), attributes);
          return link;
        });
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    step(
        "link",
        link,
        () -> {
          machine.createLink(plain(link), plain(existing));
          return link;
        });
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return watched(machine.readSymbolicLink(plain(link)));
  }

  @Override
  public void delete(Path path) throws IOException {
    step(
        "delete",
        path,
        () -> {
          machine.delete(plain(path));
          return path;
        });
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    step(
        "copy",
        to,
        () -> {
          machine.copy(plain(from), plain(to), options);
          return to;
        });
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    step(
        "move",
        to,
        () -> {
          machine.move(plain(from), plain(to), options);
          return to;
        });
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return machine.isSameFile(plain(one), plain(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return machine.isHidden(plain(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return machine.getFileStore(plain(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    machine.checkAccess(plain(path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return machine.getFileAttributeView(plain(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return machine.readAttributes(plain(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return machine.readAttributes(plain(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    machine.setAttribute(plain(path), name, value, options);
  }
}
