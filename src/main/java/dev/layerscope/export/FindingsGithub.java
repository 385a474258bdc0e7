package dev.layerscope.export;

import dev.layerscope.finding.Finding;
import dev.layerscope.finding.Location;
import dev.layerscope.finding.Severity;
import dev.layerscope.git.RepoUrl;
import java.util.Optional;

/**
 * {@code layerscope check --format github}: workflow commands that GitHub shows beside the lines
 * they are about.
 */
public final class FindingsGithub {
  private FindingsGithub() {}

  public static String of(FindingsDocument document) {
    var out = new StringBuilder();
    document
        .distinct(document.fresh())
        .keySet()
        .forEach(finding -> out.append(command(finding)).append('\n'));
    long fresh = document.distinct(document.fresh()).size();
    out.append("::notice title=Layerscope::")
        .append(text(fresh + " findings" + FindingsText.lookedAt(document)))
        .append('\n');
    return out.toString();
  }

  private static String command(Finding finding) {
    Optional<Location> place = finding.locations().stream().findFirst();
    String repository =
        place
            .map(Location::repoUrl)
            .filter(url -> !url.isEmpty())
            .map(url -> " in " + new RepoUrl(url).shortName())
            .orElse("");
    String file = place.map(l -> "file=" + property(l.path()) + ",").orElse("");
    String line = place.filter(l -> l.line() > 0).map(l -> "line=" + l.line() + ",").orElse("");
    return "::%s %s%stitle=%s::%s"
        .formatted(
            level(finding.severity()),
            file,
            line,
            property(finding.code().text() + repository),
            text(finding.message()));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String text(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return text(text).replace(":", "%3A").replace(",", "%2C");
  }
}
