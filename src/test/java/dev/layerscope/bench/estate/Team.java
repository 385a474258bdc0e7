package dev.layerscope.bench.estate;

/** A team and how it delivers: of ten, six plainly, three with Kustomize, one with a chart. */
record Team(int number, String repository) {
  static Team of(int number, EstateSize size) {
    return new Team(number, "teams-" + number % size.teamRepositories());
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
    return isKustomize() ? name() + "/overlays/" + environment : name();
  }
}
