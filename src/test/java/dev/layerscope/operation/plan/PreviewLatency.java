package dev.layerscope.operation.plan;

import com.sun.management.OperatingSystemMXBean;
import dev.layerscope.edit.intention.TeamBinding;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Repositories.Access;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.open.OpenRepositories;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.work.Progress;
import dev.layerscope.workspace.Workspace;
import dev.layerscope.workspace.WorkspaceFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a person waits for the preview of a plan while typing: a hundred keystrokes on an estate
 * of a thousand Applications with ten objects each, findings included. A program of its own, run by
 * hand; prints milliseconds. An argument is another number of keystrokes.
 */
final class PreviewLatency {
  private static final String URL = "https://git.example.com/platform/estate.git";
  private static final int LAYERS = 10;
  private static final int EACH = 100;

  private PreviewLatency() {}

  public static void main(String[] arguments) throws Exception {
    int keystrokes = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("layerscope-latency");
    try (Opened opened = open(folder)) {
      var millis = new ArrayList<Long>();
      var worked = new ArrayList<Long>();
      var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      int planned = 0;
      for (int i = -2; i < keystrokes; i++) {
        var binding = TeamBinding.of("team-" + (i + 2), new RepoUrl(Estate.TEAM), "east", "dev");
        long start = System.nanoTime();
        long cpu = machine.getProcessCpuTime();
        PlanEdit.Answer answer = PlanEdit.plan(opened, binding, Progress.SILENT);
        planned += answer instanceof PlanEdit.Answer.Planned ? 1 : 0;
        if (i >= 0) {
          millis.add((System.nanoTime() - start) / 1_000_000);
          worked.add((machine.getProcessCpuTime() - cpu) / 1_000_000);
        }
      }
      List<Long> sorted = millis.stream().sorted().toList();
      System.out.printf(
          "%d Applications, %d of %d keystrokes planned; median %d ms, p95 %d ms, most %d ms%n",
          LAYERS * EACH,
          planned,
          keystrokes + 2,
          sorted.get(keystrokes / 2),
          sorted.get(keystrokes * 95 / 100),
          sorted.getLast());
      List<Long> busy = worked.stream().sorted().toList();
      System.out.printf(
          "of the processors, compiler and collector included: median %d ms, p95 %d ms%n",
          busy.get(keystrokes / 2), busy.get(keystrokes * 95 / 100));
    }
  }

  private static Opened open(Path folder) throws Exception {
    GitFixture estate =
        GitFixture.repo(URL)
            .defaultBranch("dev")
            .file("root.yaml", application("east-deps", "deps"));
    for (int layer = 0; layer < LAYERS; layer++) {
      estate.file("deps/layer-" + layer + ".yaml", application("layer-" + layer, "l/" + layer));
      for (int i = layer * EACH; i < (layer + 1) * EACH; i++) {
        estate.file("l/" + layer + "/app-" + i + ".yaml", application("app-" + i, "apps/" + i));
        var objects = new StringBuilder();
        for (int o = 0; o < 10; o++) {
          objects.append("---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: c");
          objects.append(i).append('-').append(o).append(", namespace: n").append(i).append("}}\n");
        }
        estate.file("apps/" + i + "/all.yaml", objects.toString());
      }
    }
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: latency
        repositories: [{url: %s}, {url: %s}]
        roots:
          - {name: east, repoURL: "%s", revision: dev, path: root.yaml}
        environments: [{name: dev, branch: dev}]
        """
            .formatted(URL, Estate.TEAM, URL));
    Workspace workspace = WorkspaceFile.read(folder);
    GitFixture team = Estate.team();
    estate.commit("All");
    List<Access> all =
        List.of(
            new Access.Available(estate.url(), estate.clone()),
            new Access.Available(team.url(), team.clone()));
    return new Opened(workspace, new OpenRepositories(workspace, all));
  }

  private static String application(String name, String path) {
    return Estate.application(name, URL, path, "");
  }
}
