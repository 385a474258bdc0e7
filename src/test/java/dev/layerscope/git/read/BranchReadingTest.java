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
  void aBranchIsTheRemotesAsLastFetched() {
    Branch dev = dev(baseline());

    assertThat(dev.from()).isEqualTo(Branch.From.REMOTE);
    assertThat(dev.ahead()).isZero();
    assertThat(dev.fetchedAt()).isPresent();
  }

  @Test
  void aLocalBranchWithCommitsOfOursIsReadAndCountsThem() {
    GitFixture fixture =
        baseline().local().file("b", "1").commit("Ours").file("b", "2").commit("Ours again");

    Branch dev = dev(fixture);

    assertThat(dev.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(dev.commit()).isEqualTo(fixture.head());
    assertThat(dev.ahead()).isEqualTo(2);
    assertThat(dev.diverged()).isFalse();
  }

  @Test
  void aLocalBranchThatOnlyLagsIsNotRead() {
    GitFixture fixture = baseline().local().remote().file("b", "1").commit("Theirs");

    assertThat(dev(fixture).from()).isEqualTo(Branch.From.REMOTE);
    assertThat(dev(fixture).commit()).isEqualTo(fixture.head());
    assertThat(dev(fixture).behind()).isZero();
  }

  @Test
  void aBranchThatBothSidesMovedIsDiverged() {
    GitFixture fixture =
        baseline().local().file("b", "1").commit("Ours").remote().file("c", "1").commit("Theirs");

    Branch dev = dev(fixture);

    assertThat(dev.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(dev.diverged()).isTrue();
    assertThat(dev.ahead()).isEqualTo(1);
    assertThat(dev.behind()).isEqualTo(1);
  }

  @Test
  void withoutARemoteTheLocalBranchIsReadAndNothingIsAhead() {
    GitFixture fixture = GitFixture.repo(URL).withoutRemote().file("a", "1").commit("First");

    Branch main = fixture.clone().branch("main").orElseThrow();

    assertThat(main.from()).isEqualTo(Branch.From.LOCAL);
    assertThat(main.ahead()).isZero();
    assertThat(main.fetchedAt()).isEmpty();
    assertThat(fixture.clone().defaultBranch()).contains("main");
  }

  @Test
  void aBranchOfOursThatTheRemoteHasNotIsReadAsAhead() {
    GitFixture fixture = baseline().local().branch("qa").file("b", "1").commit("Ours");

    assertThat(fixture.clone().branches()).containsExactly("dev", "main", "qa");
    assertThat(fixture.clone().branch("qa")).map(Branch::ahead).contains(1);
  }

  @Test
  void inAUsersOwnCloneALocalBranchIsReadOnlyByItsFullName() {
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
  void anEmptyRepositoryHasNoBranchesAndNoDefault() {
    Clone empty = GitFixture.repo(URL).clone();

    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.branches()).isEmpty();
    assertThat(empty.resolve(Optional.empty())).isInstanceOf(Resolution.Unresolved.class);
  }
}
