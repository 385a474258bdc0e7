package dev.layerscope.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.version.VersionConstraint;
import dev.layerscope.yaml.Mapping;
import dev.layerscope.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Addresses of repositories, and what revisions mean. */
class GitCasesTest {
  private static RepoUrl url(Mapping row, String field) {
    return new RepoUrl(row.textAt(field).orElse(""));
  }

  @TestFactory
  Stream<DynamicTest> addressesAreEqualSshAndShownAsArgoCdHasThem() {
    return Area.rows(
        "git-url",
        Map.of(
            "url-normalize",
            (one, row) ->
                assertThat(url(row, "url").argoNormalized())
                    .isEqualTo(row.textAt("normalized").orElse("")),
            "url-same",
            (one, row) ->
                assertThat(url(row, "a").argoEquals(url(row, "b")))
                    .isEqualTo(Rows.yes(row, "expect")),
            "url-is-ssh",
            (one, row) -> {
              Optional<String> user = url(row, "url").sshUser();
              assertThat(user.isPresent()).isEqualTo(Rows.yes(row, "expect"));
              row.textAt("user").ifPresent(name -> assertThat(user).contains(name));
            },
            "url-sanitize",
            (one, row) ->
                assertThat(url(row, "in").display()).isEqualTo(row.textAt("want").orElse(""))));
  }

  @TestFactory
  Stream<DynamicTest> aRangeIsTheHighestTagInIt() {
    return Area.rows(
        "revision",
        Map.of(
            "revision-is-constraint",
            (one, row) ->
                assertThat(VersionConstraint.isConstraint(row.textAt("revision").orElse("")))
                    .isEqualTo(Rows.yes(row, "expect")),
            "revision-max-version",
            (one, row) -> highest(row),
            "revision-tag-prefix",
            (one, row) -> highest(row),
            "revision-ls-remote",
            (one, row) -> modelled(row)));
  }

  /** The repository upstream asks is public and moves on, so its tags are modelled. */
  private static void modelled(Mapping row) {
    GitFixture model = GitFixture.repo("https://git.example.com/model.git");
    Map<String, String> commits = new HashMap<>();
    for (String tag :
        List.of("release-0.8", "v0.8.0", "v0.8.1", "v0.8.2", "v2.10.3", "v2.10.4", "v3.0.0-rc1")) {
      model.file("version", tag).commit("Release " + tag).tag(tag);
      commits.put(tag, model.head());
    }
    model.file("version", "next").commit("Go on");
    model.branch("master");
    commits.put("master", model.head());
    commits.put("HEAD", model.head());
    commits.put("v0.8.*", commits.get("v0.8.2"));
    commits.put("0.8.*", commits.get("v0.8.2"));
    commits.put(">=v2.9.0 <2.10.4", commits.get("v2.10.3"));
    commits.put("*", commits.get("v2.10.4"));
    commits.put("*-0", commits.get("v3.0.0-rc1"));
    String asked = row.textAt("revision").orElseThrow();
    String wanted = asked.matches("[0-9a-f]{40}") ? asked : commits.get(asked);
    assertThat(model.clone().resolve(Optional.of(asked)))
        .isInstanceOfSatisfying(
            Resolution.Resolved.class,
            resolved -> assertThat(resolved.revision().commit()).isEqualTo(wanted));
  }

  private static void highest(Mapping row) {
    String prefix = row.textAt("tagPrefix").orElse("");
    List<String> tags =
        row.sequence("tags").map(Sequence::items).orElse(List.of()).stream()
            .map(tag -> tag.asText().orElseThrow())
            .filter(tag -> tag.startsWith(prefix))
            .map(tag -> tag.substring(prefix.length()))
            .toList();
    Optional<String> highest =
        VersionConstraint.highest(row.textAt("revision").orElse(""), tags).map(t -> prefix + t);
    String expected = row.textAt("expect").orElse("");
    assertThat(highest)
        .isEqualTo(expected.equals("error") ? Optional.empty() : Optional.of(expected));
  }
}
