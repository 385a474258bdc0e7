package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Revision;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionReadingTest {
  private final GitFixture fixture =
      GitFixture.repo("https://git.example.com/platform/baseline.git")
          .file("a", "1")
          .commit("First")
          .tag("v0.8.0")
          .file("a", "2")
          .commit("Second")
          .annotatedTag("v0.8.1");

  private String commit(String asked) {
    return ((Resolution.Resolved) resolve(asked)).revision().commit();
  }

  private Resolution resolve(String asked) {
    return fixture.clone().resolve(Optional.of(asked));
  }

  private static Resolution unresolved(String asked) {
    return new Resolution.Unresolved("unable to resolve '" + asked + "' to a commit SHA");
  }

  @Test
  void absentBlankAndHEADMeanTheDefaultBranch() {
    fixture.branch("dev").file("b", "1").commit("Third").on("main");

    assertThat(fixture.clone().resolve(Optional.empty()))
        .isEqualTo(
            new Resolution.Resolved(
                new Revision(fixture.head(), "HEAD", "refs/remotes/origin/main")));
    assertThat(commit("")).isEqualTo(fixture.head());
    assertThat(commit("HEAD")).isEqualTo(fixture.head());
  }

  @Test
  void aRangeIsTheHighestTagInItWhateverLeads() {
    assertThat(commit("v0.8.*")).isEqualTo(fixture.head());
    assertThat(commit("0.8.*")).isEqualTo(fixture.head());
    assertThat(commit("*")).isEqualTo(fixture.head());
    assertThat(commit(">=v0.8.0 <0.8.1")).isNotEqualTo(fixture.head());
  }

  @Test
  void aRangeWithoutATagIsTriedAsAName() {
    fixture.branch("x");

    assertThat(commit("9.x".replace("9.", "0."))).isEqualTo(fixture.head());
    assertThat(resolve("9.x")).isEqualTo(unresolved("9.x"));
  }

  @Test
  void anAnnotatedTagIsTheCommitItStandsOn() {
    assertThat(commit("v0.8.1")).isEqualTo(fixture.head());
    assertThat(commit("refs/tags/v0.8.1")).isEqualTo(fixture.head());
  }

  @Test
  void aPlainVersionNeedsTheExactTag() {
    assertThat(resolve("0.8.1")).isEqualTo(unresolved("0.8.1"));
    assertThat(resolve("v0.8")).isEqualTo(unresolved("v0.8"));
  }

  @Test
  void halfNamesOfRefsDoNotResolve() {
    for (String half :
        new String[] {"heads/main", "tags/v0.8.0", "origin/main", "remotes/origin/main"}) {
      assertThat(resolve(half)).isEqualTo(unresolved(half));
    }
  }

  @Test
  void theFullNameOfABranchIsTheBranch() {
    assertThat(commit("refs/heads/main")).isEqualTo(fixture.head());
  }

  @Test
  void aCommitIsItselfEvenWhenItIsNotHere() {
    assertThat(commit("A".repeat(40))).isEqualTo("a".repeat(40));
    assertThat(fixture.clone().snapshot("a".repeat(40))).isEmpty();
  }

  @Test
  void sevenDigitsAreEnoughForACommitSixAreNot() {
    assertThat(commit(fixture.head().substring(0, 7))).isEqualTo(fixture.head());
    String six = fixture.head().substring(0, 6);
    assertThat(resolve(six)).isEqualTo(unresolved(six));
  }

  @Test
  void aBranchAndATagOfOneNameAreAmbiguous() {
    fixture.branch("both").file("c", "1").commit("On the branch").on("main").tag("both");

    assertThat(resolve("both")).isInstanceOf(Resolution.Ambiguous.class);
  }

  @Test
  void aBranchWithCommitsOfOursResolvesToThem() {
    fixture.local().file("c", "1").commit("Ours");

    assertThat(resolve("main"))
        .isEqualTo(
            new Resolution.Resolved(new Revision(fixture.head(), "main", "refs/heads/main")));
  }

  @Test
  void aPullRequestResolvesOnceItWasFetched() {
    assertThat(resolve("refs/pull/7/head")).isEqualTo(unresolved("refs/pull/7/head"));

    fixture.ref(Refs.FETCHED + "pull/7/head");

    assertThat(commit("refs/pull/7/head")).isEqualTo(fixture.head());
    assertThat(commit("pull/7/head")).isEqualTo(fixture.head());
  }

  @Test
  void aTagPrefixLimitsVersionsToTheTagsThatBeginWithIt() {
    fixture.tag("app/v1.0.0").file("a", "3").commit("Third").tag("other/v2.0.0");

    Resolution resolution = fixture.clone().resolve(Optional.of("*"), "app/");

    assertThat(resolution)
        .extracting(r -> ((Resolution.Resolved) r).revision().ref())
        .isEqualTo("refs/tags/app/v1.0.0");
  }

  @Test
  void anUnknownNameIsAnsweredInArgoCdsWords() {
    assertThat(resolve("nope")).isEqualTo(unresolved("nope"));
  }
}
