import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * {@code Sheets JAR}: lays beside every style sheet of a jar the same as JavaFX has it once it is
 * read ({@code .bss}), which the toolkit takes where it is there. Runs with the toolkit's modules.
 */
class Sheets {
  private Sheets() {}

  public static void main(String... args) throws IOException {
    Path work = Files.createTempDirectory("layerscope-sheets");
    try (FileSystem jar =
        FileSystems.newFileSystem(URI.create("jar:" + Path.of(args[0]).toUri()), Map.of())) {
      for (Path sheet : sheets(jar.getPath("/"))) {
        File text = work.resolve("sheet.css").toFile();
        File read = work.resolve("sheet.bss").toFile();
        Files.copy(sheet, text.toPath(), StandardCopyOption.REPLACE_EXISTING);
        Stylesheet.convertToBinary(text, read);
        Path beside = sheet.resolveSibling(sheet.getFileName().toString().replace(".css", ".bss"));
        Files.copy(read.toPath(), beside, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(beside, Files.getLastModifiedTime(sheet));
        Files.delete(text.toPath());
        Files.delete(read.toPath());
      }
    }
    Files.delete(work);
  }

  private static List<Path> sheets(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
  }
}
