package dev.layerscope.workspace;

import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Reads {@code workspace.yaml}. An unknown key, a wrong type or a missing key is one clear sentence
 * with file, line and the nearest known key.
 */
public final class WorkspaceFile {
  /** The file's name inside a workspace folder. */
  public static final String NAME = "workspace.yaml";

  private static final String ONE_OF_EACH =
      """
      name: a
      repositories: [{url: "https://git.example.com/a.git", aliases: [b]}]
      roots: [{name: a, repoURL: "https://git.example.com/a.git", path: a, environments: [a]}]
      environments: [{name: a, branch: a}]
      clusters: [{name: a, server: "https://a", labels: {a: b}}]
      """;

  private WorkspaceFile() {}

  /**
   * @param place the file, or the folder it lies in
   * @throws WorkspaceException when it is not there or cannot be used
   */
  public static Workspace read(Path place) throws WorkspaceException {
    Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
    if (!Files.isRegularFile(file)) {
      throw new WorkspaceException(
          Files.isDirectory(place)
              ? place
                  + " holds no "
                  + NAME
                  + ". Name a folder with a workspace file, or the file itself."
              : file + " does not exist.");
    }
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new WorkspaceException(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Learns the forms that entries have, which the first file of a program waits for and no later
   * one.
   */
  public static void readAhead() {
    try {
      of(Path.of(NAME), ONE_OF_EACH);
    } catch (WorkspaceException unread) {
      throw new IllegalStateException(unread);
    }
  }

  /** What a text would mean as the workspace file of its folder. */
  public static Workspace of(Path file, String text) throws WorkspaceException {
    return WorkspaceDefaults.fill(file, parse(file, text));
  }

  private static WorkspaceYaml parse(Path file, String text) throws WorkspaceException {
    var contents = new ArrayList<Document.Content>();
    for (Document document : YamlReader.read(text, Reading.KYAML)) {
      switch (document) {
        case Document.Content content -> contents.add(content);
        case Document.Empty _ -> {}
        case Document.Broken broken ->
            throw new WorkspaceException(
                file + ":" + broken.line() + ": not YAML: " + reason(broken));
      }
    }
    if (contents.isEmpty()) {
      throw new WorkspaceException(
          file + ":1: the file is empty. A workspace needs at least name and repositories.");
    }
    if (contents.size() > 1) {
      throw new WorkspaceException(
          file
              + ":"
              + contents.get(1).line()
              + ": a second document begins here. A workspace file is one document.");
    }
    return RecordBinding.bind(file, contents.getFirst().root(), WorkspaceYaml.class);
  }

  /** What is wrong; the line is told before it. */
  private static String reason(Document.Broken broken) {
    return broken.message().replaceFirst("^line \\d+: ", "");
  }
}
