import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays out the program as it runs from a checkout: {@code Dist TARGET SCRIPTS}. From the jars in
 * {@code TARGET} to {@code TARGET/dist}: {@code bin} (scripts), {@code lib} (class path), {@code
 * lib/fx} (module path). Stops at a library that NOTICE does not name.
 *
 * <p>Signatures of jars are left out: nothing checks them at run time, and the archive of loaded
 * classes (AOT) passes over every class of a signed jar.
 */
class Dist {

  public static void main(String... args) throws IOException {
    Path target = Path.of(args[0]);
    Path scripts = Path.of(args[1]);
    Path dist = target.resolve("dist");
    clear(dist);
    Path bin = Files.createDirectories(dist.resolve("bin"));
    Path lib = Files.createDirectories(dist.resolve("lib"));
    Path fx = Files.createDirectories(lib.resolve("fx"));

    for (Path script : list(scripts)) {
      Path copy = Files.copy(script, bin.resolve(script.getFileName()));
      copy.toFile().setExecutable(true, false);
    }
    copyUnsigned(target.resolve("layerscope.jar"), lib);
    String notice = Files.readString(scripts.resolve("../../../NOTICE"));
    for (Path jar : list(target.resolve("lib"))) {
      named(jar, notice);
      copyUnsigned(jar, lib);
    }
    for (Path jar : list(target.resolve("fx"))) {
      Files.copy(jar, fx.resolve(jar.getFileName()));
    }
  }

  private static void named(Path jar, String notice) throws IOException {
    String library = jar.getFileName().toString().replaceFirst("-\\d.*", "");
    if (!Pattern.compile("(^|[ ,])" + Pattern.quote(library) + "[ ,]", Pattern.MULTILINE)
        .matcher(notice)
        .find()) {
      throw new IOException("NOTICE does not name " + library + " and its licence");
    }
  }

  private static void copyUnsigned(Path jar, Path folder) throws IOException {
    Path copy = folder.resolve(jar.getFileName());
    try (ZipFile from = new ZipFile(jar.toFile())) {
      if (from.stream().noneMatch(Dist::isSignature)) {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (OutputStream out = Files.newOutputStream(copy);
          ZipOutputStream to = new ZipOutputStream(out)) {
        for (ZipEntry entry : from.stream().filter(e -> !isSignature(e)).toList()) {
          ZipEntry kept = new ZipEntry(entry.getName());
          kept.setTime(entry.getTime());
          to.putNextEntry(kept);
          from.getInputStream(entry).transferTo(to);
          to.closeEntry();
        }
      }
    }
  }

  private static boolean isSignature(ZipEntry entry) {
    String name = entry.getName().toUpperCase(Locale.ROOT);
    return name.startsWith("META-INF/")
        && name.indexOf('/', 9) < 0
        && (name.endsWith(".SF")
            || name.endsWith(".RSA")
            || name.endsWith(".DSA")
            || name.endsWith(".EC"));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
