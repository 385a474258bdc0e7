package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {
  @Test
  void branchesThatRepositoriesShareComeInTheOrderOfPromotion() {
    assertThat(
            EnvironmentNames.proposed(
                List.of(
                    List.of("prod", "dev", "main", "topic/x"),
                    List.of("dev", "staging", "prod"),
                    List.of("staging", "dev", "test"))))
        .containsExactly("dev", "staging", "prod");
  }

  @Test
  void oneBranchAloneIsNoRowOfEnvironments() {
    assertThat(EnvironmentNames.proposed(List.of(List.of("dev", "main"), List.of("dev"))))
        .isEmpty();
  }

  @Test
  void aSingleRepositorySharesWithItself() {
    assertThat(EnvironmentNames.proposed(List.of(List.of("env/prod", "env/dev"))))
        .containsExactly("env/dev", "env/prod");
  }
}
