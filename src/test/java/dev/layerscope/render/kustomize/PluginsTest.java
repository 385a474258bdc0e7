package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.finding.Certainty;
import org.junit.jupiter.api.Test;

class PluginsTest {
  private static Kustomized shop(String more) {
    return Kustomized.files()
        .file("kustomization.yaml", "resources: [web.yaml]\n" + more)
        .file("web.yaml", Kustomized.WEB);
  }

  private static final String PREFIX =
      """
      apiVersion: builtin
      kind: PrefixTransformer
      metadata: {name: p}
      prefix: eu-
      fieldSpecs:
      - {path: metadata/name}
      """;

  @Test
  void aTransformerIsConfiguredInAFile() {
    assertThat(shop("transformers: [prefix.yaml]").file("prefix.yaml", PREFIX).text("."))
        .contains("name: eu-web");
  }

  @Test
  void aTransformerIsConfiguredInPlace() {
    assertThat(shop("transformers:\n- |-\n" + PREFIX.indent(2)).text(".")).contains("name: eu-web");
  }

  @Test
  void aTransformerIsConfiguredInAKustomizationOfItsOwn() {
    assertThat(
            shop("transformers: [config]")
                .file("config/kustomization.yaml", "resources: [prefix.yaml]")
                .file("config/prefix.yaml", PREFIX)
                .text("."))
        .contains("name: eu-web");
  }

  @Test
  void configuredTransformersRunBehindTheFieldsAndInOrder() {
    String text =
        shop("namePrefix: first-\ntransformers: [prefix.yaml, labels.yaml, replicas.yaml]")
            .file("prefix.yaml", PREFIX)
            .file(
                "labels.yaml",
                """
                apiVersion: builtin
                kind: LabelTransformer
                metadata: {name: l}
                labels: {team: shop}
                fieldSpecs:
                - {path: metadata/labels, create: true}
                """)
            .file(
                "replicas.yaml",
                """
                apiVersion: builtin
                kind: ReplicaCountTransformer
                metadata: {name: r}
                replica: {name: web, count: 4}
                fieldSpecs:
                - {path: spec/replicas, kind: Deployment}
                """)
            .text(".");
    assertThat(text).contains("name: eu-first-web", "team: shop", "replicas: 4");
  }

  @Test
  void aConfiguredGeneratorMakesObjectsWithHashes() {
    String text =
        shop("generators: [settings.yaml]\nnamePrefix: p-")
            .file(
                "settings.yaml",
                """
                apiVersion: builtin
                kind: ConfigMapGenerator
                metadata: {name: settings}
                literals: [colour=green]
                """)
            .text(".");
    assertThat(text).contains("colour: green").containsPattern("name: p-settings-[a-z0-9]{10}");
  }

  @Test
  void whatAConfigurationLacksIsTold() {
    String noFields = PREFIX.substring(0, PREFIX.indexOf("fieldSpecs"));
    assertThat(shop("transformers: [prefix.yaml]").file("prefix.yaml", noFields).error("."))
        .contains("fails configuration: fieldSpecs is not expected to be nil");
  }

  @Test
  void aGeneratorIsNoTransformer() {
    String generator = "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: c}\n";
    assertThat(shop("transformers: [c.yaml]").file("c.yaml", generator).error("."))
        .contains("not a transformer");
  }

  private static final String PROGRAM =
      "apiVersion: shop.example.com/v1\nkind: Sealer\nmetadata: {name: s}\n";

  @Test
  void aPluginThatIsAProgramIsRefusedAsTheToolRefusesIt() {
    assertThat(shop("transformers: [s.yaml]").file("s.yaml", PROGRAM).error("."))
        .contains("external plugins disabled; unable to load external plugin 'Sealer'");
  }

  @Test
  void whereProgramsAreAllowedTheResultIsOpaqueAndNothingIsRun() {
    var options = BuildOptions.parse("--enable-alpha-plugins");
    Built built = shop("generators: [s.yaml]").file("s.yaml", PROGRAM).build(".", options);
    assertThat(built.failed()).isFalse();
    assertThat(built.certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(built.certainty().why()).singleElement().asString().contains("Sealer");
  }

  @Test
  void whereNobodyStatesTheFlagsAPluginIsNoFault() {
    Kustomized shop = shop("generators: [s.yaml]").file("s.yaml", PROGRAM);
    Built built = shop.build(".", BuildOptions.ofControlPlane(""));
    assertThat(built.failed()).isFalse();
    assertThat(built.certainty().level()).isEqualTo(Certainty.Level.OPAQUE);
    assertThat(shop.build(".", BuildOptions.ofControlPlane("--enable-helm")).failed()).isTrue();
  }

  @Test
  void aValidatorMayChangeNothing() {
    assertThat(shop("validators: [prefix.yaml]").file("prefix.yaml", PREFIX).error("."))
        .contains("validator shouldn't modify the resource map");
    String nothing = PREFIX.replace("metadata/name", "metadata/none");
    assertThat(shop("validators: [prefix.yaml]").file("prefix.yaml", nothing).text("."))
        .contains("name: web");
  }
}
