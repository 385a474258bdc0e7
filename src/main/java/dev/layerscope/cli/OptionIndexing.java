package dev.layerscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the index of options, from what the library makes of the annotations; {@code
 * src/build/java/Image.java} calls this and nothing else does. A command that says more than the
 * index can hold stays out of it and has its annotations read.
 */
public final class OptionIndexing {
  private OptionIndexing() {}

  /**
   * @param args the file to write
   */
  public static void main(String[] args) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      of(CommandLineFace.commands().values()).write(out);
    }
  }

  static OptionIndex of(Collection<Class<?>> commands) {
    var said = new ArrayList<SaidCommand>();
    for (Class<?> type : commands) {
      CommandSpec spec = new CommandLine(type).getCommandSpec();
      Map<Field, List<String>> fields = new LinkedHashMap<>();
      boolean known = gather(type, List.of(), fields) && spec.subcommands().isEmpty();
      if (known) {
        said.add(command(type, spec, fields));
      }
    }
    return new OptionIndex(said);
  }

  /** False when a field has an annotation of another kind. */
  private static boolean gather(
      Class<?> type, List<String> above, Map<Field, List<String>> fields) {
    boolean known = true;
    for (Field field : type.getDeclaredFields()) {
      var path = new ArrayList<String>(above);
      path.add(field.getName());
      if (field.isAnnotationPresent(Mixin.class)) {
        known &= gather(field.getType(), path, fields);
      } else if (field.isAnnotationPresent(Option.class)
          || field.isAnnotationPresent(Parameters.class)) {
        fields.put(field, path);
      } else {
        known &=
            Arrays.stream(field.getAnnotations())
                .noneMatch(a -> a.annotationType().getName().startsWith("picocli."));
      }
    }
    return known;
  }

  private static SaidCommand command(
      Class<?> type, CommandSpec spec, Map<Field, List<String>> fields) {
    var arguments = new ArrayList<SaidArgument>();
    for (ArgSpec argument : spec.args()) {
      List<String> path = fields.get(argument.userObject());
      if (path != null) { // the others are those of every command
        arguments.add(argument(argument, path));
      }
    }
    return new SaidCommand(
        type.getName(),
        spec.name(),
        List.of(spec.usageMessage().description()),
        List.of(spec.usageMessage().footer()),
        arguments);
  }

  private static SaidArgument argument(ArgSpec argument, List<String> path) {
    return new SaidArgument(
        path,
        argument instanceof OptionSpec option ? List.of(option.names()) : List.of(),
        argument instanceof PositionalParamSpec position ? position.index().toString() : "",
        argument.paramLabel(),
        List.of(argument.description()),
        argument.required(),
        argument.arity().isUnspecified() ? "" : argument.arity().toString(),
        argument.splitRegex());
  }
}
