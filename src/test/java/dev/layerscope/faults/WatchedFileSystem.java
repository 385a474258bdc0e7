package dev.layerscope.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Set;

/** The machine's file system, whose paths lead back to the one who watches. */
final class WatchedFileSystem extends FileSystem {
  private final WatchedProvider provider;
  private final FileSystem machine;

  WatchedFileSystem(WatchedProvider provider, FileSystem machine) {
    this.provider = provider;
    this.machine = machine;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() throws IOException {
    machine.close();
  }

  @Override
  public boolean isOpen() {
    return machine.isOpen();
  }

  @Override
  public boolean isReadOnly() {
    return machine.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return machine.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    var roots = new ArrayList<Path>();
    machine.getRootDirectories().forEach(root -> roots.add(new WatchedPath(this, root)));
    return roots;
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return machine.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return machine.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return new WatchedPath(this, machine.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = machine.getPathMatcher(pattern);
    return path -> matcher.matches(WatchedPath.plain(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return machine.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return machine.newWatchService();
  }
}
