package dev.layerscope.render.kustomize.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of what the tool knows about Kubernetes, kept as text files of the program. */
public final class Facts {
  private Facts() {}

  /** The lines of a table without comments. */
  public static List<String> lines(String name) {
    String path = "/dev/layerscope/render/kustomize/" + name;
    try (InputStream in = Facts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
