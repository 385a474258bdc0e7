package dev.layerscope.render.kustomize.file;

import dev.layerscope.render.kustomize.tree.BuildException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code configMapGenerator[]} and {@code secretGenerator[]}. */
public record GeneratorArguments(
    boolean secret,
    String name,
    String namespace,
    String behavior,
    List<String> literals,
    List<String> files,
    List<String> envs,
    GeneratorOptions options,
    String type) {
  private static final String[] FIELDS = {
    "name", "namespace", "behavior", "literals", "files", "envs", "env", "options", "kvSources"
  };
  private static final String[] SECRET_FIELDS =
      Stream.concat(Stream.of(FIELDS), Stream.of("type")).toArray(String[]::new);

  public static GeneratorArguments read(Unread unread, boolean secret) throws BuildException {
    String[] known = secret ? SECRET_FIELDS : FIELDS;
    var f = unread.of(secret ? "SecretArgs" : "ConfigMapArgs", known);
    var envs = new ArrayList<>(f.strings("envs"));
    if (!f.text("env").isEmpty()) {
      envs.add(f.text("env"));
    }
    return new GeneratorArguments(
        secret,
        f.text("name"),
        f.text("namespace"),
        f.text("behavior"),
        f.strings("literals"),
        f.strings("files"),
        envs,
        f.object("options", GeneratorOptions::read).orElse(GeneratorOptions.NONE),
        secret ? f.text("type") : "");
  }

  /** The same with options for all generators. */
  public GeneratorArguments with(GeneratorOptions global) {
    return new GeneratorArguments(
        secret, name, namespace, behavior, literals, files, envs, options.with(global), type);
  }

  /** The same with another name and namespace where none is written. */
  public GeneratorArguments or(String otherName, String otherNamespace) {
    return new GeneratorArguments(
        secret,
        name.isEmpty() ? otherName : name,
        namespace.isEmpty() ? otherNamespace : namespace,
        behavior,
        literals,
        files,
        envs,
        options,
        type);
  }
}
