package dev.layerscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.argocd.ApplicationText;
import dev.layerscope.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cluster against another in one environment: what only one of them has is a difference. */
class RootAgainstRootTest {
  private static final String URL = "https://git.example.com/clusters.git";

  @TempDir private Path folder = Path.of(".");

  @BeforeEach
  void twoClustersOfWhichOneHasMore() throws IOException {
    GitFixture.onDisk(folder.resolve("clusters.git"))
        .file("east/shop.yaml", application("shop", "apps/shop"))
        .file("west/shop.yaml", application("shop", "apps/shop"))
        .file("west/extra.yaml", application("extra", "apps/extra"))
        .file("apps/shop/a.yaml", configMap("a"))
        .file("apps/extra/b.yaml", configMap("b"))
        .commit("Begin");
    for (String root : List.of("east", "west")) {
      Files.writeString(folder.resolve(root + ".yaml"), application(root + "-deps", root));
    }
    Files.writeString(
        folder.resolve("workspace.yaml"),
        """
        name: clusters
        repositories: [{url: "%s", remote: clusters.git}]
        roots: [{name: east, manifest: east.yaml}, {name: west, manifest: west.yaml}]
        """
            .formatted(URL));
  }

  private static String application(String name, String path) {
    return ApplicationText.of(name, URL, path).to("shop").yaml();
  }

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(name);
  }

  private String said(int status, String... options) {
    var all = new ArrayList<>(List.of("diff", folder.toString()));
    all.addAll(List.of(options));
    all.addAll(List.of("--clones", folder.resolve("clones").toString()));
    Printed printed = Printed.by(all.toArray(String[]::new));
    assertThat(printed.status()).as(printed.err()).isEqualTo(status);
    return printed.out();
  }

  @Test
  void whatOnlyOneClusterHasIsAdded() {
    assertThat(said(1, "--from-root", "east", "--to-root", "west", "--exit-code"))
        .contains("+ Application extra", "renders 1 object: 1 ConfigMap")
        .doesNotContain("not compared", "change alike");
    assertThat(said(0, "--from-root", "west", "--to-root", "east"))
        .contains("- Application extra", "extra goes");
  }

  @Test
  void aClusterIsEqualToItself() {
    assertThat(said(0, "--from-root", "east", "--to-root", "east", "--exit-code"))
        .contains("are equal");
  }
}
