package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.edit.BranchChange;
import dev.layerscope.edit.FileChange;
import dev.layerscope.edit.PlannedEdit;
import dev.layerscope.edit.Preview;
import dev.layerscope.git.GitBinary;
import dev.layerscope.git.TreePath;
import dev.layerscope.hierarchy.HierarchyNode;
import dev.layerscope.hierarchy.ResolvedSource;
import dev.layerscope.render.SourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** What {@code kubectl kustomize} makes of the folders an edit has changed. */
final class KubectlAfterwards {
  private final Path clones;

  KubectlAfterwards(Path clones) {
    this.clones = clones;
  }

  /**
   * Builds what it could build before, and finds there what was to be created.
   *
   * @return for a report; empty when no folder is built by Kustomize
   */
  String check(PlannedEdit edit) throws Exception {
    int built = 0;
    for (BranchChange change : edit.plan().branches()) {
      for (String folder : folders(edit, change)) {
        Path clone = EditedCorpus.clone(clones, change.repository());
        Path now = checkout(clone, "refs/heads/" + change.branch());
        Path old = checkout(clone, "refs/remotes/origin/" + change.branch());
        boolean could = Kubectl.kustomize(old.resolve(folder)).output().isPresent();
        if (could) {
          Kubectl.Ran ran = Kubectl.kustomize(now.resolve(folder));
          assertThat(ran.output()).as(folder + ": " + ran.error()).isPresent();
          change.creates().stream()
              .map(id -> "name: " + id.name() + "\n")
              .filter(name -> change.files().stream().anyMatch(f -> says(f, name)))
              .forEach(name -> assertThat(ran.output().orElseThrow()).contains(name));
          built++;
        }
        remove(now);
        remove(old);
      }
    }
    return built == 0 ? "" : ", built by kubectl: " + built;
  }

  /** What comes from another branch of the same plan is not built here. */
  private static boolean says(FileChange file, String name) {
    return file.after().filter(text -> text.contains(name)).isPresent();
  }

  /** The folders of the Applications that read the branch and see a file of the change. */
  private static Set<String> folders(PlannedEdit edit, BranchChange change) {
    Set<String> folders = new LinkedHashSet<>();
    for (Preview preview : edit.previews()) {
      for (HierarchyNode node : preview.before().nodes()) {
        for (ResolvedSource source : node.sources()) {
          String path = source.declared().path().orElse("");
          boolean sees =
              source.type() == SourceType.KUSTOMIZE
                  && source.repository().equals(change.repository().text())
                  && change.files().stream()
                      .anyMatch(
                          f -> TreePath.clean(path).filter(p -> f.path().isWithin(p)).isPresent());
          if (sees) {
            folders.add(path);
          }
        }
      }
    }
    return folders;
  }

  private static Path checkout(Path clone, String ref) throws Exception {
    Path folder = Files.createTempDirectory("edited");
    Path archive = folder.resolveSibling(folder.getFileName() + ".tar");
    GitBinary.git(clone, "archive", "-o", archive.toString(), ref);
    Process tar =
        new ProcessBuilder("tar", "-xf", archive.toString(), "-C", folder.toString()).start();
    assertThat(tar.waitFor()).isZero();
    Files.delete(archive);
    return folder;
  }

  private static void remove(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
