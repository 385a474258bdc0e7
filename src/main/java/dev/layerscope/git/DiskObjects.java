package dev.layerscope.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files and folders of the disk as objects. An id stands for a place, not for a content, so a store
 * is good for one reading. Links are never followed here: they are objects, as in git; and what is
 * neither file, folder nor link does not exist.
 */
final class DiskObjects implements ObjectStore {
  private final RepoUrl url;
  private final Map<String, Path> places = new ConcurrentHashMap<>();

  DiskObjects(RepoUrl url) {
    this.url = url;
  }

  @Override
  public boolean idsAreContents() {
    return false;
  }

  /** The id of a place, remembered. */
  String idOf(Path place) {
    String id = hash(place.toString());
    places.put(id, place);
    return id;
  }

  @Override
  public List<RawEntry> tree(String id) {
    var entries = new ArrayList<RawEntry>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(place(id))) {
      for (Path child : children) {
        entry(child).ifPresent(entries::add);
      }
    } catch (IOException e) {
      throw new MissingObjectException(url, id, e);
    }
    return entries;
  }

  /**
   * Empty for what is no file, folder or link, and for what went away while the folder was read.
   */
  private Optional<RawEntry> entry(Path child) throws IOException {
    String name = String.valueOf(child.getFileName());
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isOther() || name.equals(".git")
          ? Optional.empty()
          : Optional.of(new RawEntry(name, kind(attributes), idOf(child)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static TreeEntry.Kind kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return TreeEntry.Kind.SYMLINK;
    }
    return attributes.isDirectory() ? TreeEntry.Kind.DIRECTORY : TreeEntry.Kind.FILE;
  }

  @Override
  public byte[] blob(String id) {
    Path place = place(id);
    try {
      if (Files.isSymbolicLink(place)) {
        String target = Files.readSymbolicLink(place).toString();
        return target.replace('\\', '/').getBytes(StandardCharsets.UTF_8);
      }
      try (InputStream in = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new MissingObjectException(url, id, e);
    }
  }

  @Override
  public long size(String id) {
    try {
      return Files.size(place(id));
    } catch (IOException e) {
      throw new MissingObjectException(url, id, e);
    }
  }

  private Path place(String id) {
    Path place = places.get(id);
    if (place == null) {
      throw new MissingObjectException(url, id, new IOException("no such place"));
    }
    return place;
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
