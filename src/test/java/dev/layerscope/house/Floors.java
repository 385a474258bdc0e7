package dev.layerscope.house;

import java.util.List;
import java.util.Map;

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

  /**
   * The rooms of floors that have some, each knowing those before it; the floor itself is first.
   */
  static final Map<String, List<String>> ROOMS =
      Map.of(
          "git",
          List.of("", "version", "config", "credential", "read", "transport", "clones", "commit"),
          "edit",
          List.of(
              "",
              "intention",
              "text",
              "estate",
              "draft",
              "layer",
              "team",
              "origin",
              "application",
              "release",
              "promotion",
              "fix",
              "planning"),
          "operation",
          List.of(
              "",
              "open",
              "resolve",
              "side",
              "compare",
              "finding",
              "place",
              "settings",
              "plan",
              "changeset",
              "build",
              "discovery"),
          "ui.compare",
          List.of("", "rule", "text", "matrix", "page"));

  static String of(String name) {
    return ROOT + "." + name + "..";
  }

  private Floors() {}
}
