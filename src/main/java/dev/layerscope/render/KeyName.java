package dev.layerscope.render;

import dev.layerscope.argocd.Source;
import dev.layerscope.argocd.Tools;
import dev.layerscope.work.Packer;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Scalar;
import dev.layerscope.yaml.Sequence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names that are equal exactly where the values are that they stand for, in any program. */
final class KeyName {
  private KeyName() {}

  /** A name of 64 hex digits for some bytes. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of settings that decide how sources are rendered, and where they were found. */
  static String of(Tools tools, Map<String, String> found) {
    var to = new Packer();
    maybe(tools.kubeVersion(), to);
    to.texts(tools.apiVersions());
    to.text(tools.kustomizeBuildOptions());
    to.texts(tools.plugins());
    to.texts(tools.disabled().stream().map(Enum::name).sorted().toList());
    to.texts(tools.valueFileSchemes());
    to.text(Long.toString(tools.maxDirectoryBytes()));
    to.flag(tools.outOfBoundsLinks());
    new TreeMap<>(found).forEach((name, place) -> to.texts(List.of(name, place)));
    return digest(to.packed());
  }

  /** Of a source, wherever it is written. */
  static String of(RenderMemory.Key key) {
    var to = new Packer();
    to.text(key.way().name());
    to.text(key.url());
    Source source = key.source();
    to.text(source.repoURL().text());
    maybe(source.path(), to);
    maybe(source.targetRevision(), to);
    maybe(source.chart(), to);
    maybe(source.ref(), to);
    maybe(source.tagPrefix(), to);
    for (Optional<Mapping> block :
        List.of(source.kustomize(), source.helm(), source.directory(), source.plugin())) {
      to.flag(block.isPresent());
      block.ifPresent(mapping -> meaning(mapping, to));
    }
    return digest(to.packed());
  }

  private static void maybe(Optional<String> text, Packer to) {
    to.flag(text.isPresent());
    text.ifPresent(to::text);
  }

  /** What nodes are compared by: neither places nor the order of keys. */
  private static void meaning(Node node, Packer to) {
    switch (node) {
      case Scalar scalar -> {
        to.number(0);
        to.text(scalar.text());
        to.text(scalar.tag());
        to.flag(scalar.isPlain());
      }
      case Sequence sequence -> {
        to.number(1);
        to.number(sequence.items().size());
        sequence.items().forEach(item -> meaning(item, to));
      }
      case Mapping mapping -> {
        to.number(2);
        to.number(mapping.entries().size());
        new TreeMap<>(mapping.asMap())
            .forEach((name, value) -> {
              to.text(name);
              meaning(value, to);
            });
      }
    }
  }
}
