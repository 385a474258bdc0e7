package dev.layerscope.house;

import java.util.List;

/** The order of the packages below {@code dev.layerscope}, as the rules use it. */
final class Floors {

  static final String ROOT = "dev.layerscope";

  /** Packages on one line are neighbours: they see the lines above, not each other. */
  static final List<List<String>> BOTTOM_UP =
      List.of(
          List.of("work", "finding", "glob"),
          List.of("yaml", "git"),
          List.of("manifest"),
          List.of("argocd"),
          List.of("render"),
          List.of("hierarchy"),
          List.of("layout", "check", "diff"),
          List.of("edit"),
          List.of("export"),
          List.of("workspace"),
          List.of("operation"),
          List.of("cli", "ui"));

  static String of(String name) {
    return ROOT + "." + name + "..";
  }

  private Floors() {}
}
