package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BranchReadingTest {
  private static final String URL = "https://git.example.com/platform/baseline.git";

  private static GitFixture baseline() {
    return GitFixture.repo(URL).file("deps/a.yaml", "a: 1").commit("First").branch("dev");
  }

  private static Branch dev(GitFixture fixture) {
    return fixture.clone().branch("dev").orElseThrow();
  }

  @Test
  void a_branch_is_the_remotes_as_last_fetched() {
    Branch dev = dev(baseline());

    assertThat(dev.from()).isEqualTo(Branch.From.REMOTE);
    assertThat(dev.ahead()).isZero();
    assertThat(dev.fetchedAt()).isPresent();
  }

  @Test
  void a_local_branch_with_commits_of_ours_is_read_and_counts_them() {
    GitFixture fixture =
        baseline().local().file("b", "1").commit("Ours").file("b", "2").commit("Ours again");

    Branch dev = dev(fixture);

    assertThat(dev.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(dev.commit()).isEqualTo(fixture.head());
    assertThat(dev.ahead()).isEqualTo(2);
    assertThat(dev.diverged()).isFalse();
  }

  @Test
  void a_local_branch_that_only_lags_is_not_read() {
    GitFixture fixture = baseline().local().remote().file("b", "1").commit("Theirs");

    assertThat(dev(fixture).from()).isEqualTo(Branch.From.REMOTE);
    assertThat(dev(fixture).commit()).isEqualTo(fixture.head());
    assertThat(dev(fixture).behind()).isZero();
  }

  @Test
  void a_branch_that_both_sides_moved_is_diverged() {
    GitFixture fixture =
        baseline().local().file("b", "1").commit("Ours").remote().file("c", "1").commit("Theirs");

    Branch dev = dev(fixture);

    assertThat(dev.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(dev.diverged()).isTrue();
    assertThat(dev.ahead()).isEqualTo(1);
    assertThat(dev.behind()).isEqualTo(1);
  }

  @Test
  void without_a_remote_the_local_branch_is_read_and_nothing_is_ahead() {
    GitFixture fixture = GitFixture.repo(URL).withoutRemote().file("a", "1").commit("First");

    Branch main = fixture.clone().branch("main").orElseThrow();

    assertThat(main.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(main.ahead()).isZero();
    assertThat(main.fetchedAt()).isEmpty();
    assertThat(fixture.clone().defaultBranch()).contains("main");
  }

  @Test
  void a_branch_of_ours_that_the_remote_has_not_is_read_as_ahead() {
    GitFixture fixture = baseline().local().branch("qa").file("b", "1").commit("Ours");

    assertThat(fixture.clone().branches()).containsExactly("dev", "main", "qa");
    assertThat(fixture.clone().branch("qa")).map(Branch::ahead).contains(1);
  }

  @Test
  void in_a_users_own_clone_a_local_branch_is_read_only_by_its_full_name() {
    GitFixture fixture =
        baseline().local().branch("topic").file("b", "1").commit("Work in progress");
    var own =
        new BareClone(
            fixture.url(),
            ((BareClone) fixture.clone()).repository(),
            Optional.empty(),
            Optional.of("origin"),
            false,
            Optional::empty);

    assertThat(own.branch("topic")).isEmpty();
    assertThat(own.branches()).doesNotContain("topic");
    assertThat(own.resolve(Optional.of("topic"))).isInstanceOf(Resolution.Unresolved.class);
    assertThat(own.resolve(Optional.of("refs/heads/topic")))
        .isEqualTo(
            new Resolution.Resolved(
                new Revision(fixture.head(), "refs/heads/topic", "refs/heads/topic")));
  }

  @Test
  void an_empty_repository_has_no_branches_and_no_default() {
    Clone empty = GitFixture.repo(URL).clone();

    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.branches()).isEmpty();
    assertThat(empty.resolve(Optional.empty())).isInstanceOf(Resolution.Unresolved.class);
  }
}
