package dev.layerscope.bench.estate;

/**
 * A team and how it delivers: of ten, six plainly, three with Kustomize, one with a chart.
 *
 * @param lost its path leads nowhere
 */
record Team(int number, String repository, boolean lost) {
  static Team of(int number, EstateSize size, boolean lost) {
    return new Team(number, "teams-" + number % size.teamRepositories(), lost);
  }

  String name() {
    return "team-%04d".formatted(number);
  }

  boolean isChart() {
    return number % 10 == 9;
  }

  boolean isKustomize() {
    return number % 10 >= 6 && !isChart();
  }

  /** The folder an environment delivers. */
  String path(String environment) {
    String folder = name() + (lost ? "-gone" : "");
    return isKustomize() ? folder + "/overlays/" + environment : folder;
  }
}
