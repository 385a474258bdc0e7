package dev.layerscope.yaml;

import java.util.Random;

/** Writes YAML as people write manifests, at random. */
final class PlainText {
  private static final String[] KEYS = {
    "kind", "a", "metadata", "\"q\"", "'s'", "app.kubernetes.io/name", "x-y", "on", "1", "a b"
  };
  private static final String[] SCALARS = {
    "v1",
    "nginx:1.25",
    "8080",
    "true",
    "~",
    "\"quoted: #text\"",
    "'it''s'",
    "'single'",
    "a # b",
    "a#b",
    "http://h:80/p?q=1",
    "-1",
    "-a",
    "{}",
    "[]",
    "{a: b, c: [d, 'e']}",
    "[x, \"y\", {z: 1}]",
    "two words ",
    "\"esc\\n\"",
    "é…",
    ".inf",
    "",
    "*",
    "&x 1",
    "!!str 1",
    "a:",
    "'x' # why",
    "{a: }"
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  PlainText(Random random) {
    this.random = random;
  }

  String write() {
    if (chance(8)) {
      out.append("# head\n\n");
    }
    node(chance(10) ? 2 : 0, 0, chance(6));
    if (chance(6)) {
      out.append("\n  # tail\n");
    }
    if (chance(8) && !out.isEmpty()) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private void node(int indent, int depth, boolean list) {
    int many = 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      out.repeat(' ', indent);
      if (list) {
        out.append("- ");
        item(indent, depth);
      } else {
        out.append(KEYS[(random.nextInt(3) + i * 3) % KEYS.length]).append(':');
        value(indent, depth);
      }
      if (chance(12)) {
        out.repeat(' ', random.nextInt(4)).append(chance(2) ? "# between\n" : "\n");
      }
    }
  }

  private void item(int indent, int depth) {
    if (depth < 4 && chance(3)) {
      out.append("name: ").append(scalar()).append('\n');
      if (chance(2)) {
        node(indent + 2, depth + 1, false);
      }
    } else {
      out.append(scalar()).append('\n');
    }
  }

  private void value(int indent, int depth) {
    switch (random.nextInt(depth < 4 ? 6 : 3)) {
      case 0 -> literal(indent + 2);
      case 1, 2 -> out.append(' ').append(scalar()).append('\n');
      case 3 -> {
        out.append(chance(4) ? " # below\n" : "\n");
        node(indent + (chance(2) ? 0 : 2), depth + 1, true);
      }
      default -> {
        out.append('\n');
        node(indent + 2, depth + 1, false);
      }
    }
  }

  private void literal(int indent) {
    out.append(chance(2) ? " |\n" : " |-\n");
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.repeat(' ', indent + (chance(4) ? 2 : 0)).append("line: # ").append(i).append('\n');
      if (chance(4)) {
        out.repeat(' ', chance(2) ? 0 : random.nextInt(8)).append('\n');
      }
    }
  }

  private String scalar() {
    // Mostly what is plain, or little of a text would be read without the library.
    return SCALARS[random.nextInt(chance(4) ? SCALARS.length : 12)];
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }
}
