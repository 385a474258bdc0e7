package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command from the index is the one its annotations make. */
class OptionIndexTest {
  private static final OptionIndex INDEX = index();

  private static OptionIndex index() {
    var written = new ByteArrayOutputStream();
    try {
      OptionIndexing.of(CommandLineFace.commands().values()).write(written);
      return OptionIndex.read(new ByteArrayInputStream(written.toByteArray()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Class<?>> commands() {
    return CommandLineFace.commands().values().stream()
        .filter(type -> INDEX.spec(type).isPresent());
  }

  private static CommandLine indexed(Class<?> type) {
    return new CommandLine(INDEX.spec(type).orElseThrow())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static CommandLine annotated(Class<?> type) {
    return new CommandLine(type).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Test
  void allButTheTwoThatReadTheCommandLineItselfAreInIt() {
    assertThat(commands().count()).isEqualTo(CommandLineFace.commands().size() - 2L);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpIsTheSame(Class<?> type) {
    assertThat(indexed(type).getUsageMessage()).isEqualTo(annotated(type).getUsageMessage());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionGivesTheSameFieldsTheSameValues(Class<?> type) throws Exception {
    List<String> words = everything(annotated(type));
    CommandLine one = indexed(type);
    CommandLine other = annotated(type);
    assertThat(values(one.getCommand())).isEqualTo(values(other.getCommand()));
    one.parseArgs(words.toArray(String[]::new));
    other.parseArgs(words.toArray(String[]::new));
    assertThat(values(one.getCommand())).isEqualTo(values(other.getCommand()));
    assertThat(complaint(indexed(type))).isEqualTo(complaint(annotated(type)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatIsNotSaidStaysAsTheCommandHasIt(Class<?> type) throws Exception {
    List<String> words = words(annotated(type), ArgSpec::required);
    CommandLine one = indexed(type);
    CommandLine other = annotated(type);
    for (int twice = 0; twice < 2; twice++) {
      one.parseArgs(words.toArray(String[]::new));
      other.parseArgs(words.toArray(String[]::new));
      assertThat(values(one.getCommand())).isEqualTo(values(other.getCommand()));
    }
  }

  /** Every option once, lists twice. */
  private static List<String> everything(CommandLine command) {
    return words(command, argument -> true);
  }

  private static List<String> words(CommandLine command, Predicate<ArgSpec> said) {
    var words = new ArrayList<String>();
    for (ArgSpec argument : command.getCommandSpec().args().stream().filter(said).toList()) {
      boolean help =
          argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
      for (int times = help ? 0 : argument.isMultiValue() ? 2 : 1; times > 0; times--) {
        if (argument instanceof OptionSpec option) {
          words.add(option.longestName());
        }
        if (argument.arity().max() > 0) {
          words.add(value(argument));
        }
      }
    }
    return words;
  }

  private static String value(ArgSpec argument) {
    Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
    Object[] constants = type.getEnumConstants();
    if (constants != null) {
      return String.valueOf(constants[constants.length - 1]).toLowerCase(java.util.Locale.ROOT);
    }
    return type == int.class || type == double.class || type == Integer.class ? "3" : "a-value";
  }

  /** What it says to no words at all. */
  private static String complaint(CommandLine command) {
    try {
      command.parseArgs();
      return "nothing";
    } catch (CommandLine.ParameterException e) {
      return e.getMessage();
    }
  }

  private static Map<String, String> values(Object holder) throws IllegalAccessException {
    Map<String, String> values = new TreeMap<>();
    for (Field field : holder.getClass().getDeclaredFields()) {
      field.setAccessible(true);
      Object value = field.get(holder);
      if (field.isAnnotationPresent(CommandLine.Mixin.class)) {
        values(value).forEach((name, text) -> values.put(field.getName() + "." + name, text));
      } else {
        values.put(field.getName(), String.valueOf(value));
      }
    }
    return values;
  }
}
