package dev.layerscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of the benchmarks measured, by name, {@code L.start.seconds}: one flat JSON object, so
 * that any tool can read it and a run can be held against the one before.
 */
final class Figures {
  private static final Pattern FIGURE = Pattern.compile("\"([^\"]+)\": (-?[0-9.]+)");

  private final Map<String, Double> byName = new TreeMap<>();

  void put(String name, double value) {
    byName.put(name, value);
  }

  /** Takes in a line that a measured program prints: a name, then one figure or two. */
  void line(String size, String life, String line) {
    String[] words = line.split(" ");
    String name = size + "." + life + words[0];
    if (words.length == 2) {
      put(name, Double.parseDouble(words[1]));
    } else if (words.length == 3) {
      put(name + ".seconds", Double.parseDouble(words[1]));
      put(name + ".processor", Double.parseDouble(words[2]));
    }
  }

  OptionalDouble get(String name) {
    Double value = byName.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static Figures read(Path file) throws IOException {
    var figures = new Figures();
    if (Files.exists(file)) {
      Matcher matcher = FIGURE.matcher(Files.readString(file));
      while (matcher.find()) {
        figures.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
      }
    }
    return figures;
  }

  void write(Path file) throws IOException {
    var text = new StringBuilder("{\n");
    byName.forEach((name, value) ->
        text.append(text.length() > 2 ? ",\n" : "")
            .append(String.format(Locale.ROOT, "  \"%s\": %.4f", name, value)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text + "\n}\n");
  }

  /** Seconds by the clock, and in brackets those of processor. */
  String time(String name) {
    OptionalDouble seconds = get(name + ".seconds");
    OptionalDouble processor = get(name + ".processor");
    if (seconds.isEmpty()) {
      return "–";
    }
    double time = seconds.getAsDouble();
    String written = String.format(Locale.ROOT, time < 0.1 ? "%.4f" : "%.2f", time);
    return processor.isEmpty()
        ? written
        : written + String.format(Locale.ROOT, " (%.2f)", processor.getAsDouble());
  }

  /** One figure in terms of another; a dash when there is none. */
  static String ratio(OptionalDouble figure, OptionalDouble other) {
    return figure.isEmpty() || other.isEmpty() || other.getAsDouble() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.2f", figure.getAsDouble() / other.getAsDouble());
  }
}
