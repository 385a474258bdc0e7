package dev.layerscope.render.helm.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The files of a chart by their path below its folder. Equal content has equal ids. Immutable. */
public final class ChartContent {
  private final TreeMap<String, byte[]> files;
  private final String id;

  /**
   * @param files paths are relative, slash-separated, without {@code ..}
   */
  public ChartContent(Map<String, byte[]> files) {
    this.files = new TreeMap<>();
    files.forEach((path, bytes) -> this.files.put(checked(path), bytes.clone()));
    this.id = hash(this.files);
  }

  private static String checked(String path) {
    if (path.startsWith("/") || ("/" + path + "/").contains("/../") || path.isEmpty()) {
      throw new IllegalArgumentException("not a path below a chart: " + path);
    }
    return path;
  }

  /** What the files say, in 64 hex digits. */
  public String id() {
    return id;
  }

  /** The paths, sorted. */
  public Iterable<String> paths() {
    return java.util.Collections.unmodifiableSet(files.keySet());
  }

  /** The text of a file; empty when there is no such file. */
  public Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The same chart with every text changed that a path filter lets through. */
  public ChartContent mapped(Predicate<String> which, UnaryOperator<String> change) {
    var changed = new TreeMap<String, byte[]>(files);
    files.forEach((path, bytes) -> {
      if (which.test(path)) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String other = change.apply(text);
        if (!other.equals(text)) {
          changed.put(path, other.getBytes(StandardCharsets.UTF_8));
        }
      }
    });
    return new ChartContent(changed);
  }

  /** The same chart without some files. */
  public ChartContent without(Predicate<String> which) {
    var kept = new TreeMap<String, byte[]>(files);
    kept.keySet().removeIf(which);
    return new ChartContent(kept);
  }

  /** Whether a text occurs anywhere in files a filter lets through. */
  public boolean mentions(Predicate<String> which, String text) {
    byte[] sought = text.getBytes(StandardCharsets.UTF_8);
    return files.entrySet().stream()
        .anyMatch(file -> which.test(file.getKey()) && contains(file.getValue(), sought));
  }

  /** Whether a text a filter lets through fulfils a condition. */
  public boolean anyText(Predicate<String> which, Predicate<String> condition) {
    return files.entrySet().stream()
        .anyMatch(file ->
            which.test(file.getKey())
                && condition.test(new String(file.getValue(), StandardCharsets.UTF_8)));
  }

  private static boolean contains(byte[] bytes, byte[] sought) {
    for (int at = 0; at <= bytes.length - sought.length; at++) {
      int i = 0;
      while (i < sought.length && bytes[at + i] == sought[i]) {
        i++;
      }
      if (i == sought.length) {
        return true;
      }
    }
    return false;
  }

  /** Writes the files below a folder that is not there yet: plain files, no links. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException("leads out of the chart: " + file.getKey());
      }
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(path, file.getValue());
    }
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((path, bytes) -> {
        digest.update((path + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
