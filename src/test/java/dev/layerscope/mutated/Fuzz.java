package dev.layerscope.mutated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fuzzes every reader, led by coverage, one after the other: {@code SECONDS [READER…]}. Seeds are
 * the mutated tests' (the corpora with {@code -Dlayerscope.mutated.seeds=FOLDER}); what was found
 * is kept in {@code target/fuzz} for the next time. Prints a table, and ends with 1 when an input
 * brought somebody down, took ten seconds of the processor or more than the memory allowed.
 */
final class Fuzz {
  private static final Path FOLDER = Path.of("target", "fuzz");
  private static final Pattern RUNS = Pattern.compile("(?m)^#(\\d+)");
  private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

  /** By the clock, for a reader that waits for ever; {@link FuzzTarget} limits what works. */
  private static final int HANG_SECONDS = 120;

  private static final int LIMIT_MEGABYTES = 1024;

  private Fuzz() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    var readers = new ArrayList<Reader>();
    for (int i = 1; i < arguments.length; i++) {
      readers.add(Reader.valueOf(arguments[i]));
    }
    boolean sound = true;
    System.out.println("| reader | inputs | places in the code reached | found |");
    System.out.println("|---|---|---|---|");
    for (Reader reader : readers.isEmpty() ? List.of(Reader.values()) : readers) {
      sound &= fuzz(reader, seconds);
    }
    System.exit(sound ? 0 : 1);
  }

  private static boolean fuzz(Reader reader, int seconds) throws Exception {
    Path kept = Files.createDirectories(FOLDER.resolve(reader.name()));
    Path seeds = Files.createDirectories(FOLDER.resolve(reader.name() + "-seeds"));
    int number = 0;
    for (byte[] seed : reader.seeds()) {
      Files.write(seeds.resolve(number++ + ".seed"), seed);
    }
    Path log = FOLDER.resolve(reader.name() + ".log");
    Process fuzzer =
        new ProcessBuilder(command(reader, seconds, kept, seeds))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean sound = fuzzer.waitFor() == 0;
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    System.out.printf(
        "| %s | %s | %s | %s |%n",
        reader, last(RUNS, said), last(COVERED, said), sound ? "nothing" : "see " + log);
    return sound;
  }

  private static List<String> command(Reader reader, int seconds, Path kept, Path seeds)
      throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx" + LIMIT_MEGABYTES + "m",
        "-Xss1m",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfuzz.reader=" + reader.name(),
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + FuzzTarget.class.getName(),
        "--instrumentation_includes=dev.layerscope.**",
        "-max_total_time=" + seconds,
        "-timeout=" + HANG_SECONDS,
        "-rss_limit_mb=" + 3 * LIMIT_MEGABYTES,
        "-max_len=20000",
        "-artifact_prefix=" + FOLDER.resolve(reader.name() + "-"),
        kept.toString(),
        seeds.toString());
  }

  private static String last(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    String found = "?";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }
}
