package dev.layerscope.render.directory;

import dev.layerscope.yaml.ArgoScalars;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Value;
import java.util.List;

/**
 * The {@code directory} block of a source.
 *
 * @param include,exclude patterns; empty when absent
 * @param maxBytes limit of all selected files together; 0 for none
 * @param jsonnet whether {@code .jsonnet} files are looked at
 * @param libraries folders that Jsonnet looks for imports in, from the root of the repository, as
 *     written
 */
public record DirectoryOptions(
    boolean recurse,
    String include,
    String exclude,
    boolean disableExtensionFilter,
    long maxBytes,
    boolean jsonnet,
    List<String> libraries) {
  public DirectoryOptions {
    libraries = List.copyOf(libraries);
  }

  /** Argo CD's default of {@code reposerver.max.combined.directory.manifests.size}: {@code 10M}. */
  public static final long DEFAULT_MAX_BYTES = 10_000_000;

  public static final DirectoryOptions DEFAULT = of(Mapping.EMPTY);

  /** From the block as declared. */
  public static DirectoryOptions of(Mapping block) {
    return new DirectoryOptions(
        flag(block, "recurse"),
        block.textAt("include").orElse(""),
        block.textAt("exclude").orElse(""),
        flag(block, "disableExtensionFilter"),
        DEFAULT_MAX_BYTES,
        true,
        libraries(block));
  }

  /** The same with another limit. */
  public DirectoryOptions limitedTo(long bytes) {
    return new DirectoryOptions(
        recurse, include, exclude, disableExtensionFilter, bytes, jsonnet, libraries);
  }

  /** The same with Jsonnet read or passed over. */
  public DirectoryOptions withJsonnet(boolean read) {
    return new DirectoryOptions(
        recurse, include, exclude, disableExtensionFilter, maxBytes, read, libraries);
  }

  private static List<String> libraries(Mapping block) {
    return block.mapping("jsonnet").flatMap(jsonnet -> jsonnet.sequence("libs")).stream()
        .flatMap(libs -> libs.items().stream())
        .flatMap(item -> item.asText().stream())
        .toList();
  }

  private static boolean flag(Mapping block, String key) {
    return block
        .get(key)
        .map(node ->
            node instanceof Scalar scalar && ArgoScalars.read(scalar).equals(new Value.Bool(true)))
        .orElse(false);
  }
}
