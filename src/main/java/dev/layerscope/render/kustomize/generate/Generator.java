package dev.layerscope.render.kustomize.generate;

import dev.layerscope.manifest.Origin;
import dev.layerscope.render.kustomize.file.GeneratorArguments;
import dev.layerscope.render.kustomize.file.GeneratorOptions;
import dev.layerscope.render.kustomize.load.Loader;
import dev.layerscope.render.kustomize.resource.Resource;
import dev.layerscope.render.kustomize.tree.BuildException;
import dev.layerscope.render.kustomize.tree.Tags;
import dev.layerscope.render.kustomize.tree.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * {@code configMapGenerator} and {@code secretGenerator}: one object made from files and literals.
 */
public final class Generator {
  private static final int LINE = 70;

  private Generator() {}

  /**
   * The object.
   *
   * @param origin the kustomization file that asks for it
   */
  public static Resource generate(GeneratorArguments arguments, Loader loader, Origin origin)
      throws BuildException {
    if (arguments.name().isEmpty()) {
      throw new BuildException("a configmap must have a name");
    }
    Tree root = Tree.map();
    root.set("apiVersion", Tree.scalar("v1", Tags.STRING));
    root.set("kind", Tree.scalar(arguments.secret() ? "Secret" : "ConfigMap", Tags.STRING));
    Tree metadata = Tree.map();
    metadata.set("name", Tree.string(arguments.name()));
    if (!arguments.namespace().isEmpty()) {
      metadata.set("namespace", Tree.string(arguments.namespace()));
    }
    root.set("metadata", metadata);
    if (arguments.secret()) {
      root.set("type", Tree.string(arguments.type().isEmpty() ? "Opaque" : arguments.type()));
      root.set("data", Tree.map()); // there even when nothing is put into it
    }
    for (var pair : KeyValues.of(arguments, loader).entrySet()) {
      put(root, pair.getKey(), pair.getValue(), arguments.secret());
    }
    options(root, metadata, arguments.options());
    var resource = new Resource(root, origin);
    resource.generated(
        Resource.Behavior.of(arguments.behavior()), !arguments.options().disableNameSuffixHash());
    return resource;
  }

  private static void put(Tree root, String key, byte[] value, boolean secret)
      throws BuildException {
    Optional<String> text = secret ? Optional.empty() : text(value);
    String field = secret || text.isPresent() ? "data" : "binaryData";
    Optional<Tree> map = root.get(field);
    if (map.isEmpty()) {
      root.set(field, Tree.map());
      map = root.get(field);
    }
    map.orElseThrow().set(key, Tree.string(text.orElse(base64(value))));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  /** Long values are broken into lines, each ended. */
  private static String base64(byte[] bytes) {
    String encoded = Base64.getEncoder().encodeToString(bytes);
    if (encoded.length() < LINE) {
      return encoded;
    }
    var lines = new StringBuilder();
    for (int i = 0; i < encoded.length(); i += LINE) {
      lines.append(encoded, i, Math.min(i + LINE, encoded.length())).append('\n');
    }
    return lines.toString();
  }

  private static void options(Tree root, Tree metadata, GeneratorOptions options)
      throws BuildException {
    entries(metadata, "labels", options.labels());
    entries(metadata, "annotations", options.annotations());
    if (options.immutable()) {
      root.set("immutable", Tree.scalar("true", Tags.BOOL));
    }
  }

  private static void entries(Tree metadata, String field, Map<String, String> entries)
      throws BuildException {
    if (!entries.isEmpty()) {
      Tree map = Tree.map();
      for (var entry : entries.entrySet()) {
        map.set(entry.getKey(), Tree.string(entry.getValue()));
      }
      metadata.set(field, map);
    }
  }
}
