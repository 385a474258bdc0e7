package dev.layerscope.bench.estate;

import java.util.List;

/** The environments of an estate: the default branch carries the first. */
final class Environments {
  static final List<String> NAMES = List.of("dev", "qa", "prod");

  /** The same with one more before prod. */
  static final List<String> FOUR = List.of("dev", "qa", "staging", "prod");

  private Environments() {}

  static String branch(String environment) {
    return environment.equals("dev") ? "main" : environment;
  }
}
