package dev.layerscope.render.kustomize.generate;

import dev.layerscope.git.TreeEntry;
import dev.layerscope.render.kustomize.file.GeneratorArguments;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.tree.BuildException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keys and values of one generator, from env files, literals and files, in that order. */
final class KeyValues {
  private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
  private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

  private final Map<String, byte[]> values = new TreeMap<>();
  private final Loader loader;
  private final String name;

  private KeyValues(Loader loader, String name) {
    this.loader = loader;
    this.name = name;
  }

  static Map<String, byte[]> of(GeneratorArguments generator, Loader loader) throws BuildException {
    var pairs = new KeyValues(loader, generator.name());
    for (String path : generator.envs()) {
      pairs.lines(path, generator);
    }
    for (String literal : generator.literals()) {
      pairs.literal(literal, generator);
    }
    for (String source : generator.files()) {
      pairs.file(source, generator);
    }
    return pairs.values;
  }

  private void lines(String path, GeneratorArguments generator) throws BuildException {
    try {
      String text = new String(bytes(path), StandardCharsets.UTF_8);
      boolean first = true;
      for (String raw : text.split("\n", -1)) {
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        line = (first && line.startsWith("\uFEFF") ? line.substring(1) : line).stripLeading();
        first = false;
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals);
        if (!VARIABLE.matcher(key).matches() || key.equals(".") || key.startsWith("..")) {
          throw new BuildException(
              "\"%s\" is not a valid key name: a valid environment variable name must consist of alphabetic characters,"
                      .formatted(key)
                  + " digits, '_', '-', or '.', and must not start with a digit");
        }
        put(key, (equals < 0 ? "" : line.substring(equals + 1)).getBytes(StandardCharsets.UTF_8));
      }
    } catch (BuildException e) {
      throw wrapped(e, "env source files: " + generator.envs());
    }
  }

  private void literal(String literal, GeneratorArguments generator) throws BuildException {
    int equals = literal.indexOf('=');
    if (equals <= 0) {
      throw new BuildException("invalid literal source %s, expected key=value".formatted(literal))
          .in("loading KV pairs: literal sources " + generator.literals());
    }
    put(
        literal.substring(0, equals),
        unquoted(literal.substring(equals + 1)).getBytes(StandardCharsets.UTF_8));
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && text.charAt(0) == text.charAt(text.length() - 1)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  private void file(String source, GeneratorArguments generator) throws BuildException {
    try {
      int equals = source.indexOf('=');
      if (equals != source.lastIndexOf('=')) {
        throw new BuildException(
            "source \"%s\" key name or file path contains '='".formatted(source));
      }
      if (equals == 0) {
        throw new BuildException(
            "missing key name for file path \"%s\" in source \"%s\""
                .formatted(source.substring(1), source));
      }
      if (equals == source.length() - 1) {
        throw new BuildException(
            "missing file path for key name \"%s\" in source \"%s\""
                .formatted(source.substring(0, source.length() - 1), source));
      }
      String path = source.substring(equals + 1);
      String key =
          equals < 0 ? path.substring(path.lastIndexOf('/') + 1) : source.substring(0, equals);
      put(key, bytes(path));
    } catch (BuildException e) {
      throw wrapped(e, "file sources: " + generator.files());
    }
  }

  private static BuildException wrapped(BuildException e, String doing) {
    return e instanceof dev.layerscope.render.kustomize.load.UnavailableException
        ? e
        : e.in("loading KV pairs: " + doing);
  }

  private byte[] bytes(String path) throws BuildException {
    TreeEntry file = loader.file(path);
    return loader.bytes(file);
  }

  private void put(String key, byte[] value) throws BuildException {
    if (!KEY.matcher(key).matches() || key.equals(".") || key.equals("..")) {
      throw new BuildException(
          "\"%s\" is not a valid key name: a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
              .formatted(key));
    }
    if (values.put(key, Arrays.copyOf(value, value.length)) != null) {
      throw new BuildException("configmap %s illegally repeats the key `%s`".formatted(name, key));
    }
  }
}
