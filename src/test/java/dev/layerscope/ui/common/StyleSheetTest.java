package dev.layerscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a style sheet looks up is defined in both themes, for every scene: on its root. */
class StyleSheetTest {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern ROOT = Pattern.compile("\\.root\\s*\\{([^}]*)\\}");
  private static final Pattern RULE = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.-])-(?!fx-)[a-z][a-z0-9-]*");

  /** The program's own sheets that are in force at once. */
  private static String sheets(String theme) throws IOException {
    return read(theme) + read("app.css");
  }

  private static String read(String sheet) throws IOException {
    try (var in =
        Objects.requireNonNull(
            StyleSheetTest.class.getResourceAsStream("/dev/layerscope/ui/" + sheet))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return COMMENT.matcher(text).replaceAll("");
    }
  }

  private static Set<String> defined(String sheets) {
    var names = new LinkedHashSet<String>();
    ROOT.matcher(sheets)
        .results()
        .forEach(rule -> {
          for (String line : rule.group(1).split(";", -1)) {
            names.add(line.split(":", 2)[0].strip());
          }
        });
    return names;
  }

  private static Set<String> lookedUp(String sheets) {
    var names = new TreeSet<String>();
    RULE.matcher(sheets)
        .results()
        .forEach(rule -> {
          for (String line : rule.group(1).split(";", -1)) {
            String[] sides = line.split(":", 2);
            if (sides.length == 2) {
              NAME.matcher(sides[1]).results().forEach(name -> names.add(name.group()));
            }
          }
        });
    return names;
  }

  @Test
  void bothThemesDefineEverythingThatIsLookedUp() throws IOException {
    for (String theme : new String[] {"light.css", "dark.css"}) {
      String sheets = sheets(theme);
      Set<String> missing = lookedUp(sheets);
      missing.removeAll(defined(sheets));
      missing.removeIf(name -> name.startsWith("-color-")); // the themes of AtlantaFX
      assertThat(missing).as(theme).isEmpty();
    }
  }

  @Test
  void bothThemesDefineTheSameNames() throws IOException {
    assertThat(defined(read("dark.css"))).isEqualTo(defined(read("light.css")));
  }
}
