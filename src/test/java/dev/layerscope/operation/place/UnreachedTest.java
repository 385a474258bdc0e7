package dev.layerscope.operation.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.hierarchy.Hierarchy;
import dev.layerscope.operation.Estate;
import dev.layerscope.operation.Selection;
import dev.layerscope.operation.open.Opened;
import dev.layerscope.operation.resolve.Resolve;
import dev.layerscope.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachedTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void whatNoRootReachesIsListedWithItsPlace() throws Exception {
    GitFixture cluster =
        Estate.cluster("")
            .file("deps/app.yaml", Estate.application("app", Estate.TEAM, "app", ""))
            .file(
                "later/two.yaml",
                "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\n---\n"
                    + Estate.application("waiting", Estate.TEAM, "app", ""))
            .file(
                "charts/x/templates/app.yaml",
                "{{- if .Values.on }}\n"
                    + Estate.application("templated", Estate.TEAM, "app", "")
                    + "{{- end }}\n")
            .file("later/readme.md", "kind: Application\n")
            .file(
                "later/other.yaml",
                "apiVersion: app.k8s.io/v1beta1\nkind: Application\nmetadata: {name: other}\n")
            .file("later/broken.yaml", "kind: Application\n  bad: [\n")
            .commit("Begin")
            .branch("dev");
    try (Opened opened = Estate.open(folder, cluster, Estate.team().branch("dev"))) {
      Hierarchy hierarchy = Resolve.resolve(opened, Selection.DECLARED, Progress.SILENT);
      List<Unreached.One> found =
          Unreached.of(opened, Selection.environment("dev"), hierarchy, Progress.SILENT);
      assertThat(found)
          .extracting(one -> one.kind() + " " + one.name() + " " + one.place().pathAndLine())
          .containsExactly("Application waiting later/two.yaml:5");
    }
  }
}
