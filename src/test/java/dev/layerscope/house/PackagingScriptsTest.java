package dev.layerscope.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts for platforms this does not run on are held against what jpackage understands. */
class PackagingScriptsTest {

  @ParameterizedTest
  @ValueSource(strings = {"packaging/mac.sh", "packaging/windows.ps1", "src/build/java/Image.java"})
  void jpackageKnowsEveryOptionOfAPackagingScript(String script) throws IOException {
    List<String> options =
        Pattern.compile("--([a-z][a-z-]+)")
            .matcher(Files.readString(Path.of(script)))
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(options).contains("app-version");
    assertThat(options.stream().filter(o -> !OWN.contains(o)).toList())
        .allSatisfy(option -> assertThat(knownToJpackage()).contains(option));
  }

  /** Words of jlink's, jdeps' and the program's own in the same files. */
  private static final List<String> OWN =
      List.of(
          "strip-debug",
          "no-man-pages",
          "no-header-files",
          "compress",
          "ignore-missing-deps",
          "multi-release",
          "print-module-deps",
          "enable-native-access");

  @Test
  void theWindowsPackageUpgradesWhatIsThereUnderOneNumberForEver() throws IOException {
    String script = Files.readString(Path.of("packaging/windows.ps1"));

    List<String> numbers =
        Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            .matcher(script)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(numbers).containsExactly("6f0f3c5e-58b0-4c0a-9b61-2f8f3e1f6a57");
  }

  @Test
  void theDesktopEntryOpensTheKindOfFileThePackageDeclares() throws IOException {
    String desktop = Files.readString(Path.of("packaging/linux/layerscope.desktop"));
    String kinds = Files.readString(Path.of("packaging/linux/layerscope.xml"));

    assertThat(kinds).contains("type=\"application/vnd.layerscope.workspace+yaml\"");
    assertThat(desktop).contains("MimeType=application/vnd.layerscope.workspace+yaml;");
  }

  /** The names of all options on all platforms, as the tool's own classes hold them. */
  private static String knownToJpackage() throws IOException {
    Path options =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("/modules/jdk.jpackage/jdk/jpackage/internal/Arguments$CLIOptions.class");
    return Files.readString(options, StandardCharsets.ISO_8859_1);
  }
}
