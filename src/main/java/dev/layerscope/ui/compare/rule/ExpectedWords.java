package dev.layerscope.ui.compare.rule;

import dev.layerscope.ui.common.Messages;
import dev.layerscope.workspace.ExpectedEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule on what may differ, in words, and the pattern a path stands for. */
final class ExpectedWords {
  private ExpectedWords() {}

  /** A path of a difference as a pattern: any item of a list stands for all of them. */
  static String pattern(String path) {
    return path.replaceAll("\\[[^]]*=[^]]*]|\\[\\d+]", "[*]");
  }

  /** What it says, in a line. */
  static String of(ExpectedEntry entry) {
    String what =
        switch (entry.what()) {
          case ExpectedEntry.What.Field(String path) ->
              path.equals("**") ? Messages.text("rules.everything") : path;
          case ExpectedEntry.What.EqualWithout(String regex) -> regex;
          case ExpectedEntry.What.OfProfile(var profile, boolean off) -> profile.word();
        };
    Stream<String> more =
        entry.narrowed().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue());
    return Stream.concat(List.of(what).stream(), more).collect(Collectors.joining(", "));
  }
}
