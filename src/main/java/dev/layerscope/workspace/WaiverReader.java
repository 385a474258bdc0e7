package dev.layerscope.workspace;

import dev.layerscope.finding.FindingCode;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Node;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.Sequence;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the waivers of a workspace file, and refuses one that nobody could judge later. */
final class WaiverReader {
  private final Path file;
  private final List<Integer> lines;

  private WaiverReader(Path file) {
    this.file = file;
    this.lines = lines(file);
  }

  static List<Waiver> read(Path file, List<WorkspaceYaml.WaiverYaml> declared)
      throws WorkspaceException {
    if (declared.isEmpty()) {
      return List.of();
    }
    var reader = new WaiverReader(file);
    var waivers = new ArrayList<Waiver>();
    for (int i = 0; i < declared.size(); i++) {
      waivers.add(reader.read(declared.get(i), i < reader.lines.size() ? reader.lines.get(i) : 0));
    }
    return waivers;
  }

  private Waiver read(WorkspaceYaml.WaiverYaml declared, int line) throws WorkspaceException {
    String name = required(declared.code(), "code", line);
    FindingCode code =
        FindingCode.of(name)
            .orElseThrow(() ->
                new WorkspaceException(
                    place(line)
                        + "waivers names the code “"
                        + name
                        + "”, which is none."
                        + hint(name)));
    String reason = required(declared.reason(), "reason", line);
    return new Waiver(
        code, Optional.ofNullable(declared.where()), reason, date(declared.until(), line), line);
  }

  private String required(@Nullable String value, String key, int line) throws WorkspaceException {
    if (value == null || value.isBlank()) {
      throw new WorkspaceException(
          place(line) + "an entry of waivers lacks the key “" + key + "”.");
    }
    return value;
  }

  private Optional<LocalDate> date(@Nullable String until, int line) throws WorkspaceException {
    if (until == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(until));
    } catch (DateTimeException e) {
      throw new WorkspaceException(
          place(line) + "until must be a day like 2027-01-31, not “" + until + "”.");
    }
  }

  private String place(int line) {
    return file + (line > 0 ? ":" + line : "") + ": ";
  }

  private static String hint(String name) {
    List<String> known = Arrays.stream(FindingCode.values()).map(FindingCode::text).toList();
    return Spelling.nearest(name, known).map(n -> " Did you mean “" + n + "”?").orElse("");
  }

  /** The line of each entry: the binder keeps none. */
  private static List<Integer> lines(Path file) {
    try {
      return YamlReader.read(Files.readString(file), Reading.KYAML).getFirst()
                  instanceof Document.Content content
              && content.root() instanceof Mapping root
              && root.get("waivers").orElse(Mapping.EMPTY) instanceof Sequence list
          ? list.items().stream().map(Node::place).map(place -> place.line()).toList()
          : List.of();
    } catch (IOException alreadyRead) {
      return List.of();
    }
  }
}
