package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** A launcher that does not know a command starts it with the window's toolkit, slowly. */
class LaunchersTest {

  @ParameterizedTest
  @CsvSource({
    "src/dist/bin/layerscope, \\|",
    "packaging/linux/layerscope, \\|",
    "packaging/mac/layerscope, \\|",
    "src/dist/bin/layerscope.cmd, ' '"
  })
  void everyLauncherKnowsEveryCommand(String launcher, String between) throws IOException {
    Matcher words =
        Pattern.compile("tree" + between + "\\S(?:.*?)" + between + "help\\b")
            .matcher(Files.readString(Path.of(launcher)));
    assertThat(words.find()).isTrue();

    assertThat(new TreeSet<>(Set.of(words.group().split(between)))).containsAll(commands());
  }

  /**
   * What the JVM says of an archive of classes that does not fit goes to the output, where JSON is
   * expected.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "packaging/linux/layerscope",
        "packaging/mac/layerscope",
        "packaging/windows/layerscope-cli.cmd",
        "src/build/java/Image.java"
      })
  void noLauncherWithAnArchiveLetsTheMachineWriteToTheOutput(String launcher) throws IOException {
    String text = Files.readString(Path.of(launcher));

    assertThat(text).contains("-XX:AOTCache=", "-XX:TieredStopAtLevel=1");
    assertThat(text.indexOf("-Xlog:disable"))
        .isBetween(0, text.indexOf("-Xlog:all=warning,aot*=off,cds*=off:stderr"));
  }

  @Test
  void aCommandIsCalledWhatItsClassSays() {
    CommandLineFace.commandLine()
        .getSubcommands()
        .forEach((name, command) ->
            assertThat(
                    command
                        .getCommandSpec()
                        .userObject()
                        .getClass()
                        .getAnnotation(Command.class)
                        .name())
                .isEqualTo(name));
  }

  private static Set<String> commands() {
    return CommandLineFace.commandLine().getSubcommands().keySet();
  }
}
