package dev.layerscope.render.helm.worker;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.JsonReader;
import dev.layerscope.yaml.JsonText;
import dev.layerscope.yaml.Mapping;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the two processes say to each other: the length in four bytes, then a JSON object. */
final class Frames {
  /** No honest answer is longer; a broken one must not fill the memory. */
  private static final int MAX_BYTES = 256 * 1024 * 1024;

  private Frames() {}

  static void write(DataOutputStream out, Mapping message) throws IOException {
    byte[] bytes = JsonText.of(message).getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /** The next message; empty when the other side has closed. */
  static Optional<Mapping> read(DataInputStream in) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException closed) {
      return Optional.empty();
    }
    if (length < 0 || length > MAX_BYTES) {
      throw new StreamCorruptedException("a message of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    Document document = JsonReader.read(new String(bytes, StandardCharsets.UTF_8)).document();
    if (document instanceof Document.Content content && content.root() instanceof Mapping message) {
      return Optional.of(message);
    }
    throw new StreamCorruptedException("not a message");
  }
}
