package dev.layerscope.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command as its annotations say it.
 *
 * @param type the name of its class
 */
record SaidCommand(
    String type,
    String name,
    List<String> description,
    List<String> footer,
    List<SaidArgument> arguments) {

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(type);
    out.writeUTF(name);
    SaidArgument.write(out, description);
    SaidArgument.write(out, footer);
    out.writeShort(arguments.size());
    for (SaidArgument argument : arguments) {
      argument.write(out);
    }
  }

  static SaidCommand read(DataInputStream in) throws IOException {
    String type = in.readUTF();
    String name = in.readUTF();
    List<String> description = SaidArgument.texts(in);
    List<String> footer = SaidArgument.texts(in);
    var arguments = new ArrayList<SaidArgument>();
    for (int left = in.readShort(); left > 0; left--) {
      arguments.add(SaidArgument.read(in));
    }
    return new SaidCommand(type, name, description, footer, arguments);
  }

  /** The command that sets the fields of a new object. */
  CommandSpec spec(Object command) throws ReflectiveOperationException {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage()
        .description(description.toArray(String[]::new))
        .footer(footer.toArray(String[]::new));
    for (SaidArgument argument : arguments) {
      FieldBinding field = FieldBinding.of(command, argument.path());
      spec.add(argument.names().isEmpty() ? field.parameter(argument) : field.option(argument));
    }
    return spec.mixinStandardHelpOptions(true);
  }
}
