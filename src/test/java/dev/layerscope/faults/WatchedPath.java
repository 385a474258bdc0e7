package dev.layerscope.faults;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of the machine that belongs to the one who watches. */
record WatchedPath(WatchedFileSystem files, Path plain) implements Path {
  static Path plain(Path path) {
    return path instanceof WatchedPath watched ? watched.plain : path;
  }

  private @Nullable Path of(@Nullable Path path) {
    return path == null ? null : new WatchedPath(files, path);
  }

  private Path here(Path path) {
    return new WatchedPath(files, path);
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return plain.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return of(plain.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return of(plain.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return of(plain.getParent());
  }

  @Override
  public int getNameCount() {
    return plain.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return here(plain.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return here(plain.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return plain.startsWith(plain(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return plain.endsWith(plain(other));
  }

  @Override
  public Path normalize() {
    return here(plain.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return here(plain.resolve(plain(other)));
  }

  @Override
  public Path relativize(Path other) {
    return here(plain.relativize(plain(other)));
  }

  @Override
  public URI toUri() {
    return plain.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return here(plain.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return here(plain.toRealPath(options));
  }

  @Override
  public File toFile() {
    return new File(plain.toString());
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
      throws IOException {
    return plain.register(watcher, events, modifiers);
  }

  @Override
  public int compareTo(Path other) {
    return plain.compareTo(plain(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WatchedPath path && plain.equals(path.plain);
  }

  @Override
  public int hashCode() {
    return plain.hashCode();
  }

  @Override
  public String toString() {
    return plain.toString();
  }
}
