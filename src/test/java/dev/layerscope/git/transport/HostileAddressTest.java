package dev.layerscope.git.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Branch;
import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.GitFixture;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Resolution;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.commit.CommitDraft;
import dev.layerscope.git.commit.CommitDraftTest;
import dev.layerscope.git.commit.LocalCommits;
import dev.layerscope.git.commit.PlannedCommit;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are meant to have a program run, an option taken or a file read. */
class HostileAddressTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/evil.git");

  @TempDir private Path temp;

  private GitException refused(String remote) throws IOException {
    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp));
    var thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            GitException.class,
            () -> clones.open(URL, remote, Optional.empty(), Progress.SILENT).close());
    assertThat(thrown).as(remote).isNotNull();
    assertThat(temp.resolve("owned")).doesNotExist();
    return thrown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext::sh -c touch% owned",
        "EXT::sh -c touch% owned",
        "fd::17",
        "file::/etc",
        "--upload-pack=touch owned",
        "-u touch owned",
        "ssh://-oProxyCommand=touch owned/x",
        "ssh://git@-oProxyCommand=touch owned/x",
        "git@-oProxyCommand=touch:x",
        "git.example.com:--upload-pack=touch",
        "-oProxyCommand=touch:x",
        "amazon-s3://secrets@bucket/x",
        "s3://bucket/x",
        "ftp://git.example.com/x",
        "jar:file:///x!/y",
        "gopher://git.example.com/x"
      })
  void anAddressThatIsNoneIsRefusedBeforeAnybodyIsAsked(String remote) throws IOException {
    assertThat(refused(remote).kind())
        .isIn(GitException.Kind.UNSUPPORTED, GitException.Kind.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///x", "FILE:///x", "File:/x", "/x", "x/y.git", "../x", "./x", "~/x"})
  void everyWayToWriteAFolderOfThisMachineIsKnown(String text) {
    assertThat(Clones.isLocal(new RepoUrl(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://h/x", "git@h:x", "ssh://git@h/x", "h.example.com:x", "git://h/x"})
  void andNoOtherAddressIsOne(String text) {
    assertThat(Clones.isLocal(new RepoUrl(text))).isFalse();
  }

  @Test
  void aRevisionThatLooksLikeAnOptionIsANameNobodyHas() throws Exception {
    GitFixture evil = GitFixture.repo(URL.text()).file("a", "1").commit("Begin");
    for (String revision :
        new String[] {"--upload-pack=x", "-h", "--all", "@{-1}", "main^{/x}", ":/Begin"}) {
      assertThat(evil.clone().resolve(Optional.of(revision), ""))
          .as(revision)
          .isInstanceOf(Resolution.Unresolved.class);
    }
  }

  @Test
  void hooksFiltersAndHelpersOfARepositoryAreNeverRun() throws Exception {
    Path remote = temp.resolve("remote.git");
    GitFixture.onDisk(remote)
        .file(".gitattributes", "* filter=evil diff=evil merge=evil\n")
        .file(".gitmodules", "[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c touch% owned\n")
        .submodule("x", "5".repeat(40))
        .file("a.yaml", "kind: ConfigMap\n")
        .commit("Begin");
    arm(remote);

    var clones = new Clones(temp.resolve("clones"), Accounts.in(temp));
    try (Clone clone = clones.open(URL, remote.toString(), Optional.empty(), Progress.SILENT);
        Clone own = clones.openLocal(URL, remote, Optional.of("main"))) {
      clones.fetch(clone, Progress.SILENT);
      String commit = clone.branch("main").orElseThrow().commit();
      for (Clone one : new Clone[] {clone, own}) {
        Snapshot snapshot = one.snapshot(commit).orElseThrow();
        snapshot.list(TreePath.ROOT).stream()
            .filter(entry -> entry.kind() == TreeEntry.Kind.FILE)
            .forEach(snapshot::read);
        assertThat(snapshot.list(TreePath.of("x"))).isEmpty();
      }
    }
    try (Clone clone = clones.open(URL, remote.toString(), Optional.empty(), Progress.SILENT)) {
      var base = clone.branch("main").map(Branch::commit).flatMap(clone::snapshot);
      PlannedCommit planned =
          new CommitDraft(
                  clone,
                  "topic",
                  base,
                  java.util.Map.of(TreePath.of("b"), CommitDraftTest.text("1")),
                  CommitDraftTest.ROBIN,
                  "Ours")
              .plan();
      new LocalCommits(temp.resolve("sets"), java.time.Clock.systemUTC())
          .write("Ours", java.util.List.of(planned), Progress.SILENT);
      assertThatThrownBy(() -> clones.push(clone, "topic", Optional.empty(), Progress.SILENT))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("not run from here");
    }
    assertThat(temp.resolve("owned")).doesNotExist();
  }

  /** Every hook and every program a configuration can name leaves a mark. */
  private void arm(Path repository) throws IOException {
    String script = "#!/bin/sh\ntouch '" + temp.resolve("owned") + "'\n";
    Path hooks = Files.createDirectories(repository.resolve("hooks"));
    for (String hook :
        new String[] {
          "pre-commit", "commit-msg", "post-commit", "pre-push", "reference-transaction",
          "post-checkout", "update", "pre-receive", "post-receive", "post-update",
          "fsmonitor-watchman", "prepare-commit-msg", "post-rewrite", "pre-auto-gc"
        }) {
      Path file = Files.writeString(hooks.resolve(hook), script);
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Path program = Files.writeString(repository.resolve("program"), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path config = repository.resolve("config");
    Files.writeString(
        config,
        Files.readString(config)
            + """
            [filter "evil"]
            	smudge = PROGRAM
            	clean = PROGRAM
            	process = PROGRAM
            	required = true
            [diff "evil"]
            	textconv = PROGRAM
            	command = PROGRAM
            [merge "evil"]
            	driver = PROGRAM
            [core]
            	fsmonitor = PROGRAM
            	sshCommand = PROGRAM
            	gitProxy = PROGRAM
            	pager = PROGRAM
            	editor = PROGRAM
            	hooksPath = hooks
            [credential]
            	helper = !PROGRAM
            [gpg]
            	program = PROGRAM
            [uploadpack]
            	packObjectsHook = PROGRAM
            [remote "origin"]
            	url = ext::PROGRAM
            	uploadpack = PROGRAM
            	receivepack = PROGRAM
            	vcs = evil
            """
                .replace("PROGRAM", program.toString()));
  }
}
