package dev.layerscope.yaml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a file as text: UTF-8, or what a byte order mark says (specification §3.5). */
public final class TextEncoding {
  private TextEncoding() {}

  /**
   * The text without its byte order mark; bytes that are no UTF-8 become replacement characters.
   */
  public static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(bytes, 0, StandardCharsets.UTF_8);
  }

  /**
   * Whether a file is likely no text at all: it has a zero byte among its first eight thousand, as
   * git looks.
   */
  public static boolean looksBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 8000); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static String decode(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
