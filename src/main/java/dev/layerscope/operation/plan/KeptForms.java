package dev.layerscope.operation.plan;

import dev.layerscope.git.GitException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plans that somebody left without committing them, kept beside the clones as what was filled in: a
 * plan is worked out anew when it is taken up, so that it is never older than the branches. A file
 * each; one is whole or not there.
 */
public final class KeptForms {
  private static final String SUFFIX = ".properties";
  private static final String VALUE = "value.";

  private final Path folder;

  /**
   * @param clones the folder of the managed clones
   * @param workspace the file that the plans are about
   */
  public KeptForms(Path clones, Path workspace) {
    folder =
        clones
            .resolve("plans")
            .resolve(digest(workspace.toAbsolutePath().normalize().toString()).substring(0, 12));
  }

  /**
   * One of them.
   *
   * @param title what would be done, one line
   * @param kind the form's name
   * @param values what stands in its fields
   */
  public record Form(String title, String kind, Map<String, String> values) {
    public Form {
      values = Map.copyOf(values);
    }

    private String name() {
      return digest(kind + "\n" + title).substring(0, 16) + SUFFIX;
    }
  }

  /** Keeps a plan, in the place of one about the same thing. */
  public void keep(Form form) throws GitException {
    var properties = new Properties();
    properties.setProperty("title", form.title());
    properties.setProperty("kind", form.kind());
    form.values().forEach((key, value) -> properties.setProperty(VALUE + key, value));
    Path file = folder.resolve(form.name());
    Path unfinished = folder.resolve(form.name() + ".unfinished");
    try {
      Files.createDirectories(folder);
      try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
        properties.store(out, null);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot keep the plan in " + file + ": " + e.getMessage(), e);
    }
  }

  /** Forgets a plan; one that is not there is forgotten already. */
  public void forget(Form form) throws GitException {
    try {
      Files.deleteIfExists(folder.resolve(form.name()));
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot forget the plan: " + e.getMessage(), e);
    }
  }

  /** All plans, by title. A file that is none is passed over. */
  public List<Form> all() throws GitException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var forms = new TreeMap<String, Form>();
    for (Path file : files()) {
      var properties = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException notOurs) {
        continue;
      }
      String title = properties.getProperty("title", "");
      String kind = properties.getProperty("kind", "");
      if (!title.isEmpty() && !kind.isEmpty()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
          if (key.startsWith(VALUE)) {
            values.put(key.substring(VALUE.length()), properties.getProperty(key));
          }
        }
        forms.put(title + "\n" + kind, new Form(title, kind, values));
      }
    }
    return List.copyOf(forms.values());
  }

  private List<Path> files() throws GitException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.filter(f -> f.toString().endsWith(SUFFIX)).toList());
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
