package dev.layerscope.export;

import dev.layerscope.git.RepoUrl;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sides of a comparison, as a person would call them. */
public final class SideWords {
  private SideWords() {}

  /**
   * A side without addresses.
   *
   * @param side as it is written on the command line: {@code declared,REPO_URL=REF}
   * @return such as {@code declared, baseline at refs/pull/7/head}
   */
  public static String brief(String side) {
    return side.contains("=")
        ? Stream.of(side.split(",")).map(SideWords::replaced).collect(Collectors.joining(", "))
        : side;
  }

  private static String replaced(String override) {
    int equals = override.lastIndexOf('=');
    return equals < 1
        ? override
        : new RepoUrl(override.substring(0, equals)).shortName()
            + " at "
            + override.substring(equals + 1);
  }
}
