import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Jars whose classes are written anew in their place, everything else in them as it was. */
class Jars {
  private Jars() {}

  /** What becomes of one class. */
  interface Change {
    /**
     * @param format reads and writes classes, and knows the types they name
     * @return the same array where nothing is to change
     */
    byte[] of(ClassFile format, byte[] bytes);
  }

  /**
   * Rewrites a jar; leaves the file alone where no class changes.
   *
   * @param beside where the types are found that its classes name, besides the jar itself
   */
  static void rewrite(Path jar, Collection<Path> beside, Change change) throws IOException {
    Path written = jar.resolveSibling(jar.getFileName() + ".written");
    boolean any = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written));
        URLClassLoader loader = new URLClassLoader(urls(jar, beside))) {
      ClassFile format =
          ClassFile.of(
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)
                      .orElse(ClassHierarchyResolver.defaultResolver())));
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        byte[] changed = entry.getName().endsWith(".class") ? change.of(format, bytes) : bytes;
        any |= changed != bytes;
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setLastModifiedTime(FileTime.fromMillis(entry.getTime()));
        out.putNextEntry(copy);
        out.write(changed);
      }
    }
    if (any) {
      Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(written);
    }
  }

  /** Adds an entry, as old as the jar's manifest. */
  static void add(Path jar, String name, Path file) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      Path entry = inside.getPath(name);
      Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
      Path manifest = inside.getPath("META-INF", "MANIFEST.MF");
      Files.setLastModifiedTime(entry, Files.getLastModifiedTime(manifest));
    }
  }

  private static URL[] urls(Path jar, Collection<Path> beside) throws IOException {
    URL[] urls = new URL[beside.size() + 1];
    urls[0] = jar.toUri().toURL();
    int next = 1;
    for (Path other : beside) {
      urls[next++] = other.toUri().toURL();
    }
    return urls;
  }
}
