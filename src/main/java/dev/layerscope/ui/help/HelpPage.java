package dev.layerscope.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A page of the help, in the order they are listed. Each is a file of {@code docs/}. */
enum HelpPage {
  TOUR("tour.md"),
  OPEN("how-to/open-a-fleet.md"),
  REVIEW("how-to/review-a-promotion.md"),
  TEAM("how-to/bind-a-team.md"),
  LAYER("how-to/add-a-layer.md"),
  CI("how-to/run-in-ci.md"),
  WORKSPACE("workspace.md"),
  COMMANDS("commands.md"),
  EDITING("editing.md"),
  CHECKING("checking.md"),
  FINDINGS("findings.md"),
  MISTAKES("mistakes.md"),
  DIFFERENCES("semantic-diff.md"),
  FIDELITY("fidelity.md"),
  UNTRUSTED("untrusted-repositories.md"),
  RELIABILITY("reliability.md"),
  PERFORMANCE("performance.md");

  private final String file;

  HelpPage(String file) {
    this.file = file;
  }

  /** The text, as Markdown. */
  String text() {
    try (InputStream in = HelpPage.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its page " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its first heading. */
  String title() {
    return text().lines().findFirst().map(line -> line.replaceFirst("^#+ *", "")).orElse(file);
  }

  /** The page a link on this one leads to; empty for what is not part of the help. */
  Optional<HelpPage> linked(String destination) {
    String target = resolved(destination.replaceFirst("#.*$", ""));
    return Arrays.stream(values()).filter(page -> page.file.equals(target)).findFirst();
  }

  /**
   * Where a picture of this page is among the resources.
   *
   * @param dark whether it is looked at in the dark theme, in which most pictures are there, too
   */
  Optional<String> picture(String destination, boolean dark) {
    String file = resolved(destination);
    return Optional.of(file.replace("-light.png", "-dark.png"))
        .filter(ignored -> dark)
        .map(HelpPage.class::getResource)
        .or(() -> Optional.ofNullable(HelpPage.class.getResource(file)))
        .map(Object::toString);
  }

  private String resolved(String destination) {
    Path folder = Optional.ofNullable(Path.of(file).getParent()).orElse(Path.of(""));
    return folder.resolve(destination).normalize().toString().replace('\\', '/');
  }
}
