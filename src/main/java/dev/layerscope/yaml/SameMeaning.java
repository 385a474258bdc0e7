package dev.layerscope.yaml;

import java.util.List;

/** Whether two nodes mean the same to Argo CD, however they are written. */
final class SameMeaning {
  private SameMeaning() {}

  static boolean of(Node a, Node b) {
    return switch (a) {
      case Mapping m -> b instanceof Mapping other && mappings(m, other);
      case Sequence s -> b instanceof Sequence other && lists(s.items(), other.items());
      case Scalar s -> b instanceof Scalar other && scalars(s, other);
    };
  }

  private static boolean mappings(Mapping a, Mapping b) {
    return a.entries().size() == b.entries().size()
        && a.entries().stream()
            .allMatch(e -> b.get(e.name()).filter(v -> of(e.value(), v)).isPresent());
  }

  private static boolean lists(List<Node> a, List<Node> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!of(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean scalars(Scalar a, Scalar b) {
    return ArgoScalars.read(a).equals(ArgoScalars.read(b)) && a.tag().equals(b.tag());
  }
}
