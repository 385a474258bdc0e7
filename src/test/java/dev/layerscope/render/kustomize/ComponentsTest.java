package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final String COMPONENT =
      "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";

  private static Kustomized shop() {
    return Kustomized.files()
        .file("base/kustomization.yaml", "resources: [web.yaml]")
        .file("base/web.yaml", Kustomized.WEB)
        .file("parts/big/kustomization.yaml", COMPONENT + "replicas:\n- {name: web, count: 5}\n");
  }

  @Test
  void aComponentWorksOnWhatItsParentHasGathered() {
    String text =
        shop()
            .file("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../parts/big]")
            .text("prod");
    assertThat(text).contains("replicas: 5");
  }

  @Test
  void itSeesNamesBeforeTheParentsPrefixAndResourcesOfItsOwnGetIt() {
    String text =
        shop()
            .file(
                "prod/kustomization.yaml",
                "resources: [../base]\ncomponents: [../parts/big, ../parts/extra]\nnamePrefix: p-")
            .file("parts/extra/kustomization.yaml", COMPONENT + "resources: [cm.yaml]")
            .file("parts/extra/cm.yaml", Kustomized.configMap("extra", "a", "b"))
            .text("prod");
    assertThat(text).contains("name: p-web", "replicas: 5", "name: p-extra");
  }

  @Test
  void theOrderOfComponentsCounts() {
    var shop =
        shop()
            .file(
                "parts/small/kustomization.yaml",
                COMPONENT + "replicas:\n- {name: web, count: 2}\n")
            .file(
                "a/kustomization.yaml",
                "resources: [../base]\ncomponents: [../parts/big, ../parts/small]")
            .file(
                "b/kustomization.yaml",
                "resources: [../base]\ncomponents: [../parts/small, ../parts/big]");
    assertThat(shop.text("a")).contains("replicas: 2");
    assertThat(shop.text("b")).contains("replicas: 5");
  }

  @Test
  void aComponentIsNoResourceAndAKustomizationNoComponent() {
    assertThat(
            shop()
                .file("prod/kustomization.yaml", "resources: [../base, ../parts/big]")
                .error("prod"))
        .contains("expected kind != 'Component' for path '/parts/big'");
    assertThat(shop().file("prod/kustomization.yaml", "components: [../base]").error("prod"))
        .contains("expected kind 'Component' for path '/base' but got 'Kustomization'");
  }

  @Test
  void aMissingComponentIsAnError() {
    assertThat(
            shop()
                .file("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../none]")
                .error("prod"))
        .contains("accumulating components")
        .contains("no such file or directory");
  }

  @Test
  void aComponentMayHaveComponents() {
    String text =
        shop()
            .file("parts/all/kustomization.yaml", COMPONENT + "components: [../big]")
            .file("prod/kustomization.yaml", "resources: [../base]\ncomponents: [../parts/all]")
            .text("prod");
    assertThat(text).contains("replicas: 5");
  }
}
