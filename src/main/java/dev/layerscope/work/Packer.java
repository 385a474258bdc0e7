package dev.layerscope.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as bytes, for our own files: small numbers are short, a text is written once and named by
 * its number after that. Read again by an {@link Unpacker} in the same order.
 */
public final class Packer {
  private final Map<String, Integer> texts = new HashMap<>();
  private byte[] bytes = new byte[1024];
  private int size;

  public Packer() {
    // begins empty
  }

  /** A number that is not negative. */
  public void number(int number) {
    int rest = number;
    while (rest > 0x7f) {
      put(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  /** One of a few values, by its name. */
  public void one(Enum<?> value) {
    text(value.name());
  }

  public void flag(boolean flag) {
    put(flag ? 1 : 0);
  }

  public void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    if (known != null) {
      number(known + 1);
      return;
    }
    number(0);
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public void texts(List<String> several) {
    number(several.size());
    several.forEach(this::text);
  }

  /** Bytes with their number. */
  public void bytes(byte[] some) {
    number(some.length);
    room(some.length);
    System.arraycopy(some, 0, bytes, size, some.length);
    size += some.length;
  }

  private void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** All that was written. */
  public byte[] packed() {
    return Arrays.copyOf(bytes, size);
  }
}
