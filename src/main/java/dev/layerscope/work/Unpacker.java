package dev.layerscope.work;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what a {@link Packer} wrote. Believes nothing: what cannot be is damage. */
public final class Unpacker {
  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private final int end;
  private int at;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  /** Bytes that no packer wrote. */
  public static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    public DamagedException(String what) {
      super(what);
    }
  }

  /** A number that is not negative. */
  public int number() throws DamagedException {
    long number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = one();
      number |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (number > Integer.MAX_VALUE) {
          throw new DamagedException("a number that is too large");
        }
        return (int) number;
      }
    }
    throw new DamagedException("a number without an end");
  }

  /** A number of things that follow, each of which takes a byte at least. */
  public int count() throws DamagedException {
    int count = number();
    if (count > end - at) {
      throw new DamagedException("more things than bytes");
    }
    return count;
  }

  /** One of a few values, by its name. */
  public <E extends Enum<E>> E one(Class<E> values) throws DamagedException {
    String name = text();
    try {
      return Enum.valueOf(values, name);
    } catch (IllegalArgumentException unknown) {
      throw new DamagedException("no such value: " + name);
    }
  }

  public boolean flag() throws DamagedException {
    return one() != 0;
  }

  public String text() throws DamagedException {
    int known = number();
    if (known > 0) {
      if (known > texts.size()) {
        throw new DamagedException("a text that was never written");
      }
      return texts.get(known - 1);
    }
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  public List<String> texts() throws DamagedException {
    int count = count();
    var several = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      several.add(text());
    }
    return several;
  }

  /** Bytes with their number. */
  public byte[] bytes() throws DamagedException {
    int length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Whether everything was read. */
  public boolean done() {
    return at == end;
  }

  private int one() throws DamagedException {
    if (at >= end) {
      throw new DamagedException("an end that came too early");
    }
    return bytes[at++] & 0xff;
  }
}
