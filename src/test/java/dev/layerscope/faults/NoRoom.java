package dev.layerscope.faults;

import dev.layerscope.argocd.Settings;
import dev.layerscope.argocd.Source;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Repositories;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeFixture;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.FetchAll;
import dev.layerscope.operation.open.OpenWorkspace;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.operation.settings.EditWorkspace;
import dev.layerscope.render.Context;
import dev.layerscope.render.KeptRenderings;
import dev.layerscope.render.RenderMemory;
import dev.layerscope.render.Rendered;
import dev.layerscope.render.Renderer;
import dev.layerscope.render.helm.HelmRenderer;
import dev.layerscope.ui.common.SettingsFile;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.WorkspaceEdit;
import dev.layerscope.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes everything on a disk of its own that is too small at first and grows: {@code FOLDER},
 * which is a file system in memory. Prints a line for each size: what became of the clone, of the
 * workspace file, of the settings, and of renderings that are larger than all of them.
 */
final class NoRoom {
  /** In blocks of 4 KiB; the last one is enough. */
  private static final List<Integer> SIZES = List.of(2, 5, 12, 30, 50, 70, 90, 110, 5000);

  private static final long MUCH = 100_000_000;

  private NoRoom() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    for (int size : SIZES) {
      grow(folder, size);
      System.out.printf(
          "room %d: clone %s; file %s; settings %s; renderings %s%n",
          size,
          clone(folder),
          file(folder, size),
          settings(folder, size),
          renderings(folder.resolve("renderings")));
    }
  }

  private static void grow(Path folder, int blocks) throws IOException, InterruptedException {
    Process mount =
        new ProcessBuilder("mount", "-o", "remount,size=" + 4 * blocks + "k", folder.toString())
            .inheritIO()
            .start();
    if (mount.waitFor() != 0) {
      throw new IOException("cannot remount " + folder);
    }
  }

  private static String clone(Path folder) throws Exception {
    Path clones = folder.resolve("clones");
    try (Opened opened =
        new OpenWorkspace(clones).open(folder.resolve("../workspace.yaml"), Progress.SILENT)) {
      Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      String fetched =
          new FetchAll(clones)
              .fetch(opened, Progress.SILENT)
              .getFirst()
              .trouble()
              .map(why -> why.replace(folder.toString(), "DISK"))
              .orElse("fetched");
      return switch (opened.repositories().all().getFirst()) {
        case Access.Available ignored -> "there, " + fetched;
        case Access.Unavailable no ->
            no.kind() + " " + no.reason().replace(folder.toString(), "DISK") + half(clones);
        case Access.Unknown ignored -> "unknown";
      };
    }
  }

  private static String half(Path clones) throws IOException {
    if (!Files.isDirectory(clones)) {
      return "";
    }
    try (Stream<Path> list = Files.list(clones)) {
      return list.anyMatch(path -> path.toString().matches(".*\\.(git|unfinished)"))
          ? " HALF A CLONE"
          : "";
    }
  }

  private static String file(Path folder, int size) throws Exception {
    Path file = folder.resolve("workspace.yaml");
    String text = "# " + "x".repeat(3000) + "\nname: size-" + size + "\n";
    if (!Files.exists(file)) {
      try {
        Files.writeString(file, "name: first\n");
      } catch (IOException full) {
        return "not even begun";
      }
    }
    String before = Files.readString(file);
    try {
      EditWorkspace.write(new WorkspaceEdit(file, before), new WorkspaceEdit(file, text));
      return Files.readString(file).equals(text) ? "written" : "HALF WRITTEN";
    } catch (WorkspaceException refused) {
      return Files.readString(file).equals(before) ? "as it was" : "HALF WRITTEN";
    }
  }

  private static String settings(Path folder, int size) {
    Path file = folder.resolve("settings/window.properties");
    var settings = new SettingsFile(file);
    String before = settings.get("size").orElse("none");
    settings.put("size", Integer.toString(size));
    String after = new SettingsFile(file).get("size").orElse("none");
    return after.equals(Integer.toString(size))
        ? "written"
        : after.equals(before) ? "as they were" : "LOST";
  }

  /** What one program keeps, and what the next one makes of it. */
  private static String renderings(Path folder) throws IOException {
    Rendered fresh = render(new RenderMemory());
    var writing = new RenderMemory(Optional.of(new KeptRenderings(folder, "1", MUCH)));
    render(writing);
    writing.keepForNextTime();
    var reading = new RenderMemory(Optional.of(new KeptRenderings(folder, "1", MUCH)));
    if (!render(reading).equals(fresh)) {
      return "LOST";
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> list = Files.list(folder)) {
        if (list.anyMatch(file -> file.toString().endsWith(".tmp"))) {
          return "HALF WRITTEN";
        }
      }
    }
    return reading.count().renders() == 0 ? "kept" : "made anew";
  }

  private static Rendered render(RenderMemory memory) {
    Snapshot snapshot =
        new TreeFixture("https://git.example.com/large.git")
            .file(
                "a.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "
                    + "x".repeat(1_000_000)
                    + "}\n")
            .snapshot();
    Repositories none = GitFixture.repositories();
    return new Renderer(Settings.DEFAULT, none, memory, HelmRenderer.of(none))
        .render(
            new Source(
                snapshot.url(),
                Optional.of("."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1),
            snapshot,
            new Context("a", "default", Optional.empty()));
  }
}
