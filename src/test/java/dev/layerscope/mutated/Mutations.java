package dev.layerscope.mutated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes something else of a text: bytes turned, parts left out, doubled, moved, words put in. */
public final class Mutations {
  private static final List<String> WORDS =
      List.of(
          "&a ",
          "*a",
          "<<: *a",
          "- ",
          ": ",
          "|\n",
          ">-\n",
          "!!binary ",
          "!!set ",
          "!x ",
          "\t",
          "\0",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "? ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "\\",
          "#",
          "\r\n",
          "\r",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "é",
          "~",
          "null",
          "0x1F",
          "1e999",
          "0o17",
          "190:20:30",
          ".inf",
          "2001-01-01",
          "99999999999999999999",
          "-0",
          "=",
          "{{",
          "}}",
          "{{ . }}",
          "{{ range . }}",
          "{{ end }}",
          "{{ template \"x\" . }}",
          "{{- ",
          "{{ define \"x\" }}",
          "{{ index . 0 }}",
          "| ",
          "$",
          "../",
          "/",
          "//",
          "*",
          "**",
          "{a,b}",
          "?(",
          "resources:",
          "patches:",
          "kind: List",
          "items:",
          "apiVersion: v1",
          "metadata:",
          "generators:",
          "bases:",
          "replacements:",
          "vars:",
          "namePrefix: ",
          "matrix:",
          "merge:",
          "git:",
          "list:",
          "elements:",
          "url: ",
          "environments:");

  private final Random random;

  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** One to six changes to one of the seeds. */
  public byte[] of(List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, seeds);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes, List<byte[]> seeds) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
    byte[] part = java.util.Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, from);
      case 1 -> joined(bytes, from, to, new byte[0]);
      case 2 -> joined(bytes, from, from, part);
      case 3 -> joined(bytes, random.nextInt(from + 1), from, part);
      case 4 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int start = random.nextInt(other.length + 1);
        int end = Math.min(other.length, start + random.nextInt(200));
        yield joined(bytes, from, to, java.util.Arrays.copyOfRange(other, start, end));
      }
      default -> {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        int times = random.nextInt(20) == 0 ? 1 + random.nextInt(2000) : 1;
        yield joined(bytes, from, from, word.repeat(times).getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] joined(byte[] bytes, int end, int go, byte[] between) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, end);
    out.writeBytes(between);
    out.write(bytes, go, bytes.length - go);
    return out.toByteArray();
  }
}
