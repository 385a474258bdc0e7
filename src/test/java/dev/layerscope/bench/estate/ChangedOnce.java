package dev.layerscope.bench.estate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repositories of which one thing is changed. */
public final class ChangedOnce {
  private ChangedOnce() {}

  /**
   * 20,000 files in 400 folders on {@code main}; on {@code other} 1,000 of them are others, in 20
   * folders.
   */
  public static void manyFiles(Path repository) throws IOException {
    if (Files.exists(repository)) {
      return;
    }
    try (FastImport git = new FastImport(repository)) {
      Map<String, String> files = new LinkedHashMap<>();
      Map<String, String> others = new LinkedHashMap<>();
      for (int i = 0; i < 20_000; i++) {
        String path = "folder-%03d/file-%05d.yaml".formatted(i / 50, i);
        files.put(path, "kind: ConfigMap\nnumber: " + i);
        if (i / 50 % 20 == 0) {
          others.put(path, "kind: ConfigMap\nnumber: other " + i);
        }
      }
      git.branch("other", git.commit("main", "Begin", files));
      git.commit("other", "Change a twentieth", others);
    }
  }

  /** One more commit on a branch of its own: one file of the baseline is another. */
  public static void baseline(Path estate) throws IOException {
    String text =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: component-0}\ndata: {changed: yes}\n";
    Path stream = Files.createTempFile("baseline", ".import");
    Files.writeString(
        stream,
        """
        commit refs/heads/change
        committer Estate <estate@example.com> 1770000000 +0000
        data 6
        Change
        from refs/heads/main^0
        M 100644 inline res/component-0-config.yaml
        data %d
        %s
        """
            .formatted(text.length(), text));
    String repository = estate.resolve("repos/baseline.git").toString();
    FastImport.run(
        List.of(
            "sh",
            "-c",
            "git -C \"$1\" fast-import --quiet --force < \"$2\"",
            "sh",
            repository,
            stream.toString()));
    Files.delete(stream);
  }

  /**
   * One more commit on the remote: a team changes a file.
   *
   * @param number of the change; each makes another content
   */
  public static void team(Path estate, int number) throws IOException {
    String config =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: team-0000}\ndata: {a: \"%d\"}\n"
            .formatted(number);
    Path stream = Files.createTempFile("team", ".import");
    Files.writeString(
        stream,
        """
        commit refs/heads/main
        committer Estate <estate@example.com> 1770000000 +0000
        data 6
        Change
        from refs/heads/main^0
        M 100644 inline team-0000/config.yaml
        data %d
        %s
        """
            .formatted(config.length(), config));
    String repository = estate.resolve("repos/teams-0.git").toString();
    FastImport.run(
        List.of(
            "sh",
            "-c",
            "git -C \"$1\" fast-import --quiet < \"$2\"",
            "sh",
            repository,
            stream.toString()));
    Files.delete(stream);
  }
}
