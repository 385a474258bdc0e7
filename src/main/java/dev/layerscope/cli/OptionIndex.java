package dev.layerscope.cli;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the annotations of commands say, written down when a package is made (decision 91). The JDK
 * makes a class for every kind of annotation that is read, at every start, and no archive of
 * classes holds them; where there is no index, as in a checkout, the annotations are read.
 */
final class OptionIndex {
  /** Its name beside this class. */
  static final String NAME = "options.index";

  private final Map<String, SaidCommand> commands = new LinkedHashMap<>();

  OptionIndex(Collection<SaidCommand> commands) {
    commands.forEach(command -> this.commands.put(command.type(), command));
  }

  /** The one that came with the program; empty when none did. */
  static Optional<OptionIndex> kept() {
    try (InputStream kept = OptionIndex.class.getResourceAsStream(NAME)) {
      return kept == null ? Optional.empty() : Optional.of(read(kept));
    } catch (IOException e) {
      throw new UncheckedIOException("the index of options cannot be read", e);
    }
  }

  static OptionIndex read(InputStream from) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(from));
    var commands = new LinkedHashMap<String, SaidCommand>();
    for (int left = in.readShort(); left > 0; left--) {
      SaidCommand command = SaidCommand.read(in);
      commands.put(command.type(), command);
    }
    return new OptionIndex(commands.values());
  }

  void write(OutputStream to) throws IOException {
    var out = new DataOutputStream(to);
    out.writeShort(commands.size());
    for (SaidCommand command : commands.values()) {
      command.write(out);
    }
    out.flush();
  }

  /** A new command of a class; empty when the index does not know it. */
  Optional<CommandSpec> spec(Class<?> type) {
    SaidCommand said = commands.get(type.getName());
    if (said == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(said.spec(type.getDeclaredConstructor().newInstance()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the index of options does not fit " + type, e);
    }
  }
}
