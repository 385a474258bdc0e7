package dev.layerscope.render;

import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remembered results on disk: one file for each repository, for the next program that looks at it.
 * Safe to delete at any time; a file that is damaged, or of another version of the program, counts
 * as none and is written anew. Programs that run at once each replace files whole. Bounded: what
 * was not used for longest goes first. Safe for several threads.
 */
public final class KeptRenderings {
  private static final String SUFFIX = ".renderings";
  private static final byte[] MAGIC = "layerscope renderings 1\n".getBytes(StandardCharsets.UTF_8);
  private static final int NAME = 32;
  private static final int DIGEST = 64;

  /** Longer than any program takes to write one file: what is older was left behind. */
  private static final Duration UNFINISHED = Duration.ofHours(1);

  private final Path folder;
  private final String program;
  private final long most;
  private final Map<String, Map<String, List<byte[]>>> read = new LinkedHashMap<>();

  /**
   * @param folder of these files alone; made when something is kept
   * @param program another text for every version of the program, and for all else that decides
   * @param most bytes of all files together
   */
  public KeptRenderings(Path folder, String program, long most) {
    this.folder = folder;
    this.program = KeyName.digest(program.getBytes(StandardCharsets.UTF_8));
    this.most = most;
  }

  /** The results of a repository by the names of what was asked for. */
  synchronized Map<String, List<byte[]>> of(String url) {
    return read.computeIfAbsent(url, this::readFile);
  }

  /** Lets go of what was read: it is in use by now, or not wanted. */
  synchronized void letGo() {
    read.clear();
  }

  private Path file(String url) {
    String name = KeyName.digest(url.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name.substring(0, NAME) + SUFFIX);
  }

  private Map<String, List<byte[]>> readFile(String url) {
    Path file = file(url);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > most) {
        return Map.of();
      }
      Map<String, List<byte[]>> results = results(url, Files.readAllBytes(file));
      used(file);
      return results;
    } catch (IOException | DamagedException unreadable) {
      return Map.of(); // It is written anew by and by.
    }
  }

  private static void used(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException readOnly) {
      // It holds all the same.
    }
  }

  private Map<String, List<byte[]>> results(String url, byte[] all) throws DamagedException {
    var head = new String(all, 0, Math.min(all.length, head()), StandardCharsets.ISO_8859_1);
    byte[] body = java.util.Arrays.copyOfRange(all, Math.min(all.length, head()), all.length);
    if (!head.equals(new String(head(body), StandardCharsets.ISO_8859_1))) {
      throw new DamagedException("damaged, or of another version");
    }
    var from = new Unpacker(body);
    if (!from.text().equals(url)) {
      throw new DamagedException("of another repository");
    }
    Map<String, List<byte[]>> results = new LinkedHashMap<>();
    for (int i = from.count(); i > 0; i--) {
      String name = from.text();
      var alike = new ArrayList<byte[]>();
      for (int j = from.count(); j > 0; j--) {
        alike.add(from.bytes());
      }
      results.put(name, alike);
    }
    return results;
  }

  private static int head() {
    return MAGIC.length + 2 * DIGEST;
  }

  /** What stands before a body: which program wrote it, and what the body is. */
  private byte[] head(byte[] body) {
    String head = new String(MAGIC, StandardCharsets.UTF_8) + program + KeyName.digest(body);
    return head.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Keeps the results of a repository in place of those there are.
   *
   * @return false when the disk would not have it, which nobody needs to know
   */
  synchronized boolean keep(String url, Map<String, List<byte[]>> results) {
    read.remove(url);
    var to = new Packer();
    to.text(url);
    to.number(results.size());
    results.forEach((name, alike) -> {
      to.text(name);
      to.number(alike.size());
      alike.forEach(to::bytes);
    });
    byte[] body = to.packed();
    if (body.length > most / 4) {
      return false;
    }
    try {
      makeFolder();
      Path unfinished = Files.createTempFile(folder, "unfinished", SUFFIX + ".tmp");
      try {
        Files.write(unfinished, concat(head(body), body));
        Files.move(
            unfinished,
            file(url),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return true;
    } catch (IOException full) {
      return false;
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private void makeFolder() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var mine = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder.toAbsolutePath().getParent());
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mine));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Takes files away until the rest is small enough, and what a program left that was killed. */
  synchronized void tidy() {
    record Aged(Path file, long size, Duration unused) {}
    try (Stream<Path> list = Files.list(folder)) {
      var files = new ArrayList<Aged>();
      Instant now = Instant.now();
      for (Path file : list.toList()) {
        // Of a time to come is what was written before the clock was set back: nobody knows when.
        Duration unused = Duration.between(Files.getLastModifiedTime(file).toInstant(), now).abs();
        if (file.toString().endsWith(".tmp") && unused.compareTo(UNFINISHED) > 0) {
          Files.deleteIfExists(file);
        } else if (file.toString().endsWith(SUFFIX)) {
          files.add(new Aged(file, Files.size(file), unused));
        }
      }
      files.sort(Comparator.comparing(Aged::unused));
      long sum = 0;
      for (Aged aged : files) {
        sum += aged.size();
        if (sum > most) {
          Files.deleteIfExists(aged.file());
        }
      }
    } catch (IOException gone) {
      // Another program tidies up as well, or there is nothing yet.
    }
  }
}
