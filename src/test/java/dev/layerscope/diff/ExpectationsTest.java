package dev.layerscope.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.diff.expected.Expectations;
import dev.layerscope.diff.expected.Profile;
import dev.layerscope.diff.expected.Rule;
import dev.layerscope.diff.expected.SideNames;
import dev.layerscope.diff.expected.Subject;
import dev.layerscope.diff.expected.Where;
import dev.layerscope.diff.manifest.FieldChange;
import dev.layerscope.diff.manifest.ManifestComparison;
import dev.layerscope.yaml.Document;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Reading;
import dev.layerscope.yaml.YamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private record Named(String name) implements SideNames {
    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public Optional<String> branchOf(String repoUrl) {
      return repoUrl.equals("trunk") ? Optional.of("main") : Optional.of(name);
    }
  }

  private static Mapping yaml(String text) {
    return (Mapping) ((Document.Content) YamlReader.read(text, Reading.ARGO).getFirst()).root();
  }

  private static Expectations.Parted part(List<Rule> rules, String from, String to) {
    Mapping a = yaml(from);
    Mapping b = yaml(to);
    var subject =
        new Subject(
            "shop",
            "apps",
            "Deployment",
            "web",
            Optional.of(a),
            Optional.of(b),
            new Named("dev"),
            new Named("qa"));
    return new Expectations(rules, TODAY).part(ManifestComparison.compare(a, b), subject);
  }

  private static boolean hides(List<Rule> rules, String from, String to) {
    Expectations.Parted parted = part(rules, from, to);
    assertThat(parted.shown().size() + parted.hidden().size()).as("nothing gets lost").isPositive();
    return parted.shown().isEmpty();
  }

  private static Rule rule(Where where, Rule.Test test) {
    return new Rule("r", where, test, Optional.empty());
  }

  @Test
  void aRevisionThatIsItsOwnBranchOnBothSidesIsExpected() {
    String source = "spec: {source: {repoURL: u, targetRevision: %s}}";
    List<Rule> rules = Profile.OWN_BRANCH.rules();
    assertThat(hides(rules, source.formatted("dev"), source.formatted("qa"))).isTrue();
    assertThat(hides(rules, source.formatted("dev"), source.formatted("prod"))).isFalse();
    assertThat(hides(rules, source.formatted("v1"), source.formatted("qa"))).isFalse();
  }

  @Test
  void theBranchIsThatOfTheRepositoryTheSourceNames() {
    String source = "spec: {source: {repoURL: trunk, targetRevision: %s}}";
    assertThat(hides(Profile.OWN_BRANCH.rules(), source.formatted("dev"), source.formatted("qa")))
        .isFalse();
  }

  @Test
  void eachOfSeveralSourcesIsLookedAtByItself() {
    String sources =
        "{apiVersion: argoproj.io/v1alpha1, kind: Application, spec: {sources: [{repoURL: u, path:"
            + " a, targetRevision: %s}, {repoURL: u, path: b, targetRevision: %s}]}}";
    Expectations.Parted parted =
        part(
            Profile.OWN_BRANCH.rules(),
            sources.formatted("dev", "v1"),
            sources.formatted("qa", "qa"));
    assertThat(parted.hidden()).hasSize(1);
    assertThat(parted.shown())
        .extracting(FieldChange::path)
        .containsExactly("spec.sources[repoURL=u,path=b].targetRevision");
  }

  @ParameterizedTest
  @CsvSource({
    "http://dev.example.com, http://qa.example.com, true",
    "shop-dev, shop-qa, true",
    "developer, qaeloper, false",
    "shop-dev, shop-prod, false",
    "dev-1, qa-2, false"
  })
  void theEnvironmentsOwnNameCountsAsAWholeWord(String from, String to, boolean expected) {
    assertThat(hides(Profile.OWN_NAME.rules(), "a: " + from, "a: " + to)).isEqualTo(expected);
  }

  @Test
  void aMaskedValueSaysNothingARuleCouldMatch() {
    List<Rule> rules =
        List.of(
            rule(Where.ANYWHERE, new Rule.Test.OwnName()),
            rule(Where.ANYWHERE, new Rule.Test.EqualWithout(Pattern.compile(".*"))));
    assertThat(hides(rules, "kind: Secret\nstringData: {a: x}", "kind: Secret\nstringData: {a: y}"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "spec.replicas, spec.replicas, true",
    "spec.replicas, spec.replicasMax, false",
    "**.replicas, spec.a.b.replicas, true",
    "**.replicas, replicas, true",
    "spec.*.image, spec.a.image, true",
    "spec.*.image, spec.a.b.image, false",
    "spec.containers[*].image, spec.containers[name=a].image, true",
    "spec.template, spec.template.spec.x, true",
    "metadata.annotations, metadata.annotations[a/b], true",
    "**, anything.at[0].all, true"
  })
  void aPathCoversWhatItNamesAndWhatIsBelow(String pattern, String path, boolean covered) {
    var field = new FieldChange(path, Optional.of("1"), Optional.of("2"));
    var subject =
        new Subject(
            "a", "", "X", "n", Optional.empty(), Optional.empty(), SideNames.NONE, SideNames.NONE);
    var expected =
        new Expectations(List.of(rule(Where.path(pattern), new Rule.Test.Anything())), TODAY);
    assertThat(expected.part(List.of(field), subject).shown().isEmpty()).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, shop, web, true",
    "apps/Deployment, s*, w*, true",
    "apps/*, shop, web, true",
    "Service, shop, web, false",
    "Deployment, cart, web, false",
    "Deployment, shop, api, false"
  })
  void aRuleCanBeNarrowed(String kind, String application, String object, boolean covered) {
    var where =
        new Where(
            Optional.empty(), Optional.of(kind), Optional.of(application), Optional.of(object));
    assertThat(hides(List.of(rule(where, new Rule.Test.Anything())), "a: 1", "a: 2"))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22, true", "2026-11-21, false"})
  void acknowledgedDriftIsShownAgainWhenItExpires(LocalDate until, boolean hidden) {
    var accepted = new Rule.Accepted("sale", Optional.of(until));
    var rule = new Rule("r", Where.path("a"), new Rule.Test.Anything(), Optional.of(accepted));
    Expectations.Parted parted = part(List.of(rule), "a: 1", "a: 2");
    assertThat(parted.shown().isEmpty()).isEqualTo(hidden);
    assertThat(parted.hidden()).allMatch(h -> h.acknowledged().equals(Optional.of("sale")));
  }
}
