import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of every Java source: {@code Format check|write DIR...}. Started by
 * the build on the toolchain's JDK, because the formatter parses with the compiler of the Java it
 * runs on.
 */
class Format {

  public static void main(String... args) throws IOException {
    boolean write = args[0].equals("write");
    List<Path> roots = Stream.of(args).skip(1).map(Path::of).filter(Files::isDirectory).toList();
    List<Path> wrong =
        sources(roots).parallel().filter(file -> isWrong(file, write)).sorted().toList();
    wrong.forEach(file -> System.err.println((write ? "formatted " : "not formatted: ") + file));
    if (!write && !wrong.isEmpty()) {
      System.err.println(wrong.size() + " file(s) to format: run ./mvnw -q -Pformat");
      System.exit(1);
    }
  }

  private static Stream<Path> sources(List<Path> roots) throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path root : roots) {
      try (Stream<Path> walk = Files.walk(root)) {
        all =
            Stream.concat(all, walk.filter(f -> f.toString().endsWith(".java")).toList().stream());
      }
    }
    return all;
  }

  private static boolean isWrong(Path file, boolean write) {
    try {
      String text = Files.readString(file);
      String formatted =
          new Formatter(JavaFormatterOptions.defaultOptions()).formatSourceAndFixImports(text);
      if (write && !formatted.equals(text)) {
        Files.writeString(file, formatted);
      }
      return !formatted.equals(text);
    } catch (FormatterException e) {
      System.err.println(file + ": " + e.getMessage());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
