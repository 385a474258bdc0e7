package dev.layerscope.bench.estate;

/**
 * How large an estate is.
 *
 * @param clusters each with a root of its own
 * @param perCluster Applications of one cluster, its root and layers counted
 * @param teams folders of manifests, each delivered to several clusters
 * @param teamRepositories over which the teams are spread
 */
record EstateSize(int clusters, int perCluster, int teams, int teamRepositories) {
  /**
   * {@code S} has 100 Applications, {@code M} 1,000, {@code L} 10,000, {@code XL} 50,000 in 500
   * repositories; {@code M4} is M with four environments, {@code R60} has 60 roots with ten
   * Applications each.
   */
  static EstateSize of(String name) {
    return switch (name) {
      case "S" -> new EstateSize(4, 25, 20, 2);
      case "R60" -> new EstateSize(60, 10, 60, 3);
      case "M", "M4" -> new EstateSize(10, 100, 120, 5);
      case "L" -> new EstateSize(50, 200, 1000, 20);
      case "XL" -> new EstateSize(250, 200, 5000, 496);
      default -> throw new IllegalArgumentException("a size is S, M, L or XL, and not " + name);
    };
  }

  int applications() {
    return clusters * perCluster;
  }
}
