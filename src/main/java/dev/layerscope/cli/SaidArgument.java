package dev.layerscope.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An option or a positional parameter as its annotation says it.
 *
 * @param path the fields that lead to its value, from the command on
 * @param names of an option; empty for a positional parameter
 * @param position of a positional parameter, such as {@code 0}; empty for an option
 * @param label of its value
 * @param arity empty where the field's type says it
 * @param split at what one value becomes several; empty for nothing
 */
record SaidArgument(
    List<String> path,
    List<String> names,
    String position,
    String label,
    List<String> description,
    boolean required,
    String arity,
    String split) {

  void write(DataOutputStream out) throws IOException {
    write(out, path);
    write(out, names);
    out.writeUTF(position);
    out.writeUTF(label);
    write(out, description);
    out.writeBoolean(required);
    out.writeUTF(arity);
    out.writeUTF(split);
  }

  static SaidArgument read(DataInputStream in) throws IOException {
    return new SaidArgument(
        texts(in),
        texts(in),
        in.readUTF(),
        in.readUTF(),
        texts(in),
        in.readBoolean(),
        in.readUTF(),
        in.readUTF());
  }

  static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static List<String> texts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = in.readShort(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }
}
