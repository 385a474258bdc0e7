package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.text.ParentPath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParentPathTest {
  private static final List<String> TEXT =
      """
      kind: Deployment
      spec:
        template:
          spec:
            containers:
            - name: api
              image: x:1
              env:
                - name: A
                  value: "1"

              livenessProbe:
                httpGet:
                  path: /live
            - image: y:1
              name: side
              readinessProbe:
                # slow to start
                periodSeconds: 10
            volumes:
            - secret:
                secretName: s
              name: keys
      """
          .lines()
          .toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Deployment | ''",
        "template: | spec",
        "image: x:1 | spec › template › spec › containers[name=api]",
        "- name: api | spec › template › spec › containers[name=api]",
        "value: \"1\" | spec › template › spec › containers[name=api] › env[name=A]",
        "path: /live | spec › template › spec › containers[name=api] › livenessProbe › httpGet",
        "periodSeconds: 10 | spec › template › spec › containers[name=side] › readinessProbe",
        "secretName: s | spec › template › spec › volumes › secret",
      })
  void aLineIsNamedByTheKeysAboveIt(String line, String path) {
    int index = TEXT.stream().map(String::strip).toList().indexOf(line);
    assertThat(String.join(" › ", ParentPath.of(TEXT::get, index))).isEqualTo(path);
  }
}
