package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launcher that does not know a command starts it with the window's toolkit, slowly. */
class LaunchersTest {

  @ParameterizedTest
  @CsvSource({
    "src/dist/bin/layerscope, \\|",
    "packaging/linux/layerscope, \\|",
    "src/dist/bin/layerscope.cmd, ' '"
  })
  void everyLauncherKnowsEveryCommand(String launcher, String between) throws IOException {
    Matcher words =
        Pattern.compile("tree" + between + "\\S(?:.*?)" + between + "help\\b")
            .matcher(Files.readString(Path.of(launcher)));
    assertThat(words.find()).isTrue();

    assertThat(new TreeSet<>(Set.of(words.group().split(between)))).containsAll(commands());
  }

  private static Set<String> commands() {
    return CommandLineFace.commandLine().getSubcommands().keySet();
  }
}
