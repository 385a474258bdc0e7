import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * How a package lays out a jar. Nothing in it is compressed: a package is compressed as a whole,
 * and what was squeezed before, file by file, comes out half as large again. Helm's library lies
 * beside its jar, where workers load it, instead of once more in every user's folder.
 */
class Layout {
  private static final Pattern LIBRARY = Pattern.compile("(lib)?helm-[^/]+\\.(so|dylib|dll)");

  private Layout() {}

  static void jar(Path jar) throws IOException {
    Path written = jar.resolveSibling(jar.getFileName() + ".written");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(written))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (LIBRARY.matcher(entry.getName()).matches()) {
          Files.copy(in, jar.resolveSibling(entry.getName()));
        } else {
          store(entry, in.readAllBytes(), out);
        }
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void store(ZipEntry entry, byte[] bytes, ZipOutputStream out) throws IOException {
    var sum = new CRC32();
    sum.update(bytes);
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setLastModifiedTime(FileTime.fromMillis(entry.getTime()));
    copy.setMethod(ZipEntry.STORED);
    copy.setSize(bytes.length);
    copy.setCrc(sum.getValue());
    out.putNextEntry(copy);
    out.write(bytes);
  }
}
