package dev.layerscope.git.commit;

import dev.layerscope.git.GitException;
import dev.layerscope.git.RepoUrl;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Change sets as files, one each, in the form of Java's properties. A file is whole or not there.
 */
final class ChangeSetFiles {
  private static final String SUFFIX = ".properties";

  private final Path folder;

  ChangeSetFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes a change set so that it survives a power cut once this returns. */
  void write(ChangeSet set) throws GitException {
    Path file = folder.resolve(set.id() + SUFFIX);
    Path unfinished = folder.resolve(set.id() + ".unfinished");
    try {
      Files.createDirectories(folder);
      WholeText.write(text(set), unfinished, file);
      syncFolder();
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The name of the file is on disk only when its folder is; Windows cannot open one, and need not.
   */
  private void syncFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException windows) {
      // See above: nothing more can be done.
    }
  }

  /** Every change set, newest first. A file that cannot be read as one is passed over. */
  List<ChangeSet> all() throws GitException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      var sets = new ArrayList<ChangeSet>();
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        read(file).ifPresent(sets::add);
      }
      sets.sort(Comparator.comparing(ChangeSet::at).thenComparing(ChangeSet::id).reversed());
      return sets;
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static String text(ChangeSet set) throws IOException {
    var properties = new Properties();
    properties.setProperty("id", set.id());
    properties.setProperty("title", set.title());
    properties.setProperty("at", set.at().toString());
    properties.setProperty("state", set.state().name().toLowerCase(Locale.ROOT));
    properties.setProperty("moves", Integer.toString(set.moves().size()));
    for (int i = 0; i < set.moves().size(); i++) {
      ChangeSet.Move move = set.moves().get(i);
      String prefix = "move." + i + ".";
      properties.setProperty(prefix + "repository", move.repository().display());
      properties.setProperty(prefix + "branch", move.branch());
      move.folder().ifPresent(path -> properties.setProperty(prefix + "folder", path.toString()));
      move.base().ifPresent(id -> properties.setProperty(prefix + "base", id));
      move.before().ifPresent(id -> properties.setProperty(prefix + "before", id));
      move.after().ifPresent(id -> properties.setProperty(prefix + "after", id));
    }
    properties.setProperty("files", Integer.toString(set.files().size()));
    for (int i = 0; i < set.files().size(); i++) {
      ChangeSet.FileMove file = set.files().get(i);
      String prefix = "file." + i + ".";
      properties.setProperty(prefix + "path", file.path().toString());
      file.before().ifPresent(text -> properties.setProperty(prefix + "before", text));
      file.after().ifPresent(text -> properties.setProperty(prefix + "after", text));
    }
    set.part()
        .ifPresent(part -> {
          properties.setProperty("part.way", part.way());
          properties.setProperty("part.number", Integer.toString(part.number()));
          properties.setProperty("part.of", Integer.toString(part.of()));
          properties.setProperty("part.release", part.release());
        });
    var out = new StringWriter();
    properties.store(out, null);
    return out.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<ChangeSet> read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    try {
      var moves = new ArrayList<ChangeSet.Move>();
      int count = Integer.parseInt(properties.getProperty("moves", "0"));
      for (int i = 0; i < count; i++) {
        String prefix = "move." + i + ".";
        moves.add(
            new ChangeSet.Move(
                new RepoUrl(properties.getProperty(prefix + "repository", "")),
                value(properties, prefix + "folder").map(Path::of),
                properties.getProperty(prefix + "branch", ""),
                value(properties, prefix + "base"),
                value(properties, prefix + "before"),
                value(properties, prefix + "after")));
      }
      var files = new ArrayList<ChangeSet.FileMove>();
      int fileCount = Integer.parseInt(properties.getProperty("files", "0"));
      for (int i = 0; i < fileCount; i++) {
        String prefix = "file." + i + ".";
        files.add(
            new ChangeSet.FileMove(
                Path.of(properties.getProperty(prefix + "path", "")),
                value(properties, prefix + "before"),
                value(properties, prefix + "after")));
      }
      return Optional.of(
          new ChangeSet(
              properties.getProperty("id", ""),
              properties.getProperty("title", ""),
              Instant.parse(properties.getProperty("at", "")),
              ChangeSet.State.valueOf(properties.getProperty("state", "").toUpperCase(Locale.ROOT)),
              moves,
              files,
              part(properties)));
    } catch (IllegalArgumentException | java.time.DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<ChangeSet.Part> part(Properties properties) {
    return value(properties, "part.way")
        .map(way ->
            new ChangeSet.Part(
                way,
                Integer.parseInt(properties.getProperty("part.number", "1")),
                Integer.parseInt(properties.getProperty("part.of", "1")),
                properties.getProperty("part.release", "")));
  }

  private static Optional<String> value(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key));
  }
}
