package dev.layerscope.render.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.render.kustomize.file.Arguments;
import dev.layerscope.render.kustomize.transform.ImageName;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImageNameTest {
  private static final String REST =
      "(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?";

  @Test
  void aNameIsAPatternAlsoWhereItIsLookedUpWithoutOne() {
    List<String> names =
        List.of("nginx", "registry.example.com/a-b", "a.", "", "host:5000/app", "ngin[xy]", "(");
    List<String> images =
        List.of(
            "nginx",
            "nginx:1",
            "nginx@sha256:abc",
            "nginx:1@sha256:abc",
            "nginx:1:2",
            "nginxx",
            "registryXexample.com/a-b:1",
            "registry.example.com/a-b",
            "registry.example.com/a-bc",
            "ax",
            "a\n",
            "a",
            "ax:1",
            "a\uD83D\uDE00",
            "",
            ":1",
            "host:5000/app:2",
            "nginy:3",
            "(",
            "nginx:1\n",
            "nginx:ä");
    for (String name : names) {
      var asked = new ImageName(new Arguments.Image(name, "", "", "", ""));
      for (String image : images) {
        boolean meant = !name.equals("(") && Pattern.compile(name + REST).matcher(image).matches();
        assertThat(asked.matches(image)).as("%s for %s", image, name).isEqualTo(meant);
      }
    }
  }
}
