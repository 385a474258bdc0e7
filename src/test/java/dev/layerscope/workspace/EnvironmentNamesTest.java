package dev.layerscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {
  @Test
  void branches_that_repositories_share_come_in_the_order_of_promotion() {
    assertThat(
            EnvironmentNames.proposed(
                List.of(
                    List.of("prod", "dev", "main", "topic/x"),
                    List.of("dev", "staging", "prod"),
                    List.of("staging", "dev", "test"))))
        .containsExactly("dev", "staging", "prod");
  }

  @Test
  void one_branch_alone_is_no_row_of_environments() {
    assertThat(EnvironmentNames.proposed(List.of(List.of("dev", "main"), List.of("dev"))))
        .isEmpty();
  }

  @Test
  void a_single_repository_shares_with_itself() {
    assertThat(EnvironmentNames.proposed(List.of(List.of("env/prod", "env/dev"))))
        .containsExactly("env/dev", "env/prod");
  }
}
