package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.layerscope.git.Clone;
import dev.layerscope.git.GitException;
import dev.layerscope.git.MissingObjectException;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.git.Snapshot;
import dev.layerscope.git.TreeEntry;
import dev.layerscope.git.TreePath;
import dev.layerscope.git.clones.CloneFolders;
import dev.layerscope.git.clones.Clones;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Accounts;
import dev.layerscope.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that git itself would never write, put into a real repository by hand. */
class HostileObjectsTest {
  private static final RepoUrl URL = new RepoUrl("https://git.example.com/evil.git");

  @TempDir private Path temp;
  private Path folder = Path.of("");

  @BeforeEach
  void anEmptyRepository() throws IOException {
    GitSettings.install();
    folder = temp.resolve("evil.git");
    Repository made = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    made.create(true);
    made.close();
  }

  /** A loose object whose header may lie. */
  private String object(String type, long declared, byte[] content) throws Exception {
    var raw = new ByteArrayOutputStream();
    raw.write((type + " " + declared + "\0").getBytes(StandardCharsets.US_ASCII));
    raw.write(content);
    String id =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(raw.toByteArray()));
    Path file = folder.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    Files.createDirectories(file.getParent());
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
      out.write(raw.toByteArray());
    }
    return id;
  }

  private String blob(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return object("blob", bytes.length, bytes);
  }

  /** A tree of {@code mode name id} lines, in whatever order and with whatever names. */
  private String tree(String... entries) throws Exception {
    var raw = new ByteArrayOutputStream();
    for (String entry : entries) {
      int first = entry.indexOf(' ');
      int last = entry.lastIndexOf(' ');
      raw.write(entry.substring(0, last).getBytes(StandardCharsets.UTF_8));
      raw.write(0);
      raw.write(HexFormat.of().parseHex(entry.substring(last + 1)));
      assertThat(first).isPositive();
    }
    return object("tree", raw.size(), raw.toByteArray());
  }

  private Snapshot committed(String tree) throws Exception {
    byte[] text =
        ("tree " + tree + "\nauthor R <r@x> 1 +0000\ncommitter R <r@x> 1 +0000\n\nEvil\n")
            .getBytes(StandardCharsets.UTF_8);
    String commit = object("commit", text.length, text);
    Files.writeString(folder.resolve("refs/heads/main"), commit + "\n");
    Clone clone = new Clones(temp).openLocal(URL, folder, Optional.of("main"));
    return clone.snapshot(commit).orElseThrow();
  }

  @Test
  void namesThatLeadOutOfATreeOrIntoGitsOwnFolderAreNotThere() throws Exception {
    String evil = blob("owned");
    String inner = tree("100644 config " + evil);
    Snapshot snapshot =
        committed(
            tree(
                "100644 ../../../.bashrc " + evil,
                "100644 /etc/cron.d/x " + evil,
                "40000 . " + inner,
                "40000 .. " + inner,
                "40000 .git " + inner,
                "40000 .GIT " + inner,
                "100644 a/b " + evil,
                "100644 good.yaml " + evil));

    assertThat(snapshot.list(TreePath.ROOT)).extracting(TreeEntry::name).containsOnly("good.yaml");
    assertThat(snapshot.find(TreePath.of("a/b"))).isEmpty();
    assertThat(snapshot.find(TreePath.of(".git/config"))).isEmpty();
    TreeEntry root = snapshot.find(TreePath.ROOT).orElseThrow();
    assertThat(snapshot.walk(root, entry -> true)).hasSize(1);
  }

  @Test
  void namesThatDifferOnlyInCaseOrInUnicodeFormStayApart() throws Exception {
    Snapshot snapshot =
        committed(
            tree(
                "100644 A.yaml " + blob("upper"),
                "100644 a.yaml " + blob("lower"),
                "100644 e\u0301.yaml " + blob("two letters"),
                "100644 \u00e9.yaml " + blob("one letter")));

    for (var expected :
        List.of("A.yaml=upper", "a.yaml=lower", "e\u0301.yaml=two letters", "é.yaml=one letter")) {
      String[] pair = expected.split("=");
      TreeEntry entry = snapshot.find(TreePath.of(pair[0])).orElseThrow();
      assertThat(new String(snapshot.read(entry), StandardCharsets.UTF_8)).isEqualTo(pair[1]);
    }
  }

  @Test
  void aBlobOfAGigabyteIsNotReadAndALinkOfAGigabyteLeadsNowhere() throws Exception {
    String huge = object("blob", 1L << 30, "a few bytes".getBytes(StandardCharsets.UTF_8));
    Snapshot snapshot = committed(tree("100644 huge.yaml " + huge, "120000 link " + huge));

    TreeEntry entry = snapshot.find(TreePath.of("huge.yaml")).orElseThrow();
    assertThat(snapshot.size(entry)).isEqualTo(1L << 30);
    assertThatThrownBy(() -> snapshot.read(entry))
        .isInstanceOf(MissingObjectException.class)
        .hasMessageContaining("1024 MiB");
    assertThat(snapshot.follow(TreePath.of("link"))).isInstanceOf(Snapshot.Target.Missing.class);
  }

  @Test
  void linksOutOfTheRepositoryAreSeenAndNotFollowed() throws Exception {
    Snapshot snapshot =
        committed(
            tree(
                "120000 absolute " + blob("/etc/passwd"),
                "120000 up " + blob("../../etc/passwd"),
                "120000 windows " + blob("C:\\Windows\\system.ini")));

    assertThat(snapshot.follow(TreePath.of("absolute")))
        .isEqualTo(new Snapshot.Target.Outside(TreePath.of("absolute"), "/etc/passwd"));
    assertThat(snapshot.follow(TreePath.of("up"))).isInstanceOf(Snapshot.Target.Outside.class);
    assertThat(snapshot.follow(TreePath.of("windows"))).isInstanceOf(Snapshot.Target.Missing.class);
  }

  @Test
  void aPackThatDeclaresMoreThanAnyMemoryIsRefused() throws Exception {
    for (int type : new int[] {1, 2}) { // a commit, a tree: those are held as a whole
      Path bundle = bundle(type, Integer.MAX_VALUE - 16L);
      assertThatThrownBy(() ->
              new Clones(temp.resolve("clones" + type), Accounts.in(temp))
                  .open(URL, bundle.toString(), Optional.empty(), Progress.SILENT))
          .isInstanceOf(GitException.class);
      assertThat(Files.exists(new CloneFolders(temp.resolve("clones" + type)).of(URL))).isFalse();
    }
  }

  /** A bundle with a pack of one object that says it is larger than it is. */
  private Path bundle(int type, long declared) throws Exception {
    Path file = temp.resolve("bomb" + type + ".bundle");
    var sha = MessageDigest.getInstance("SHA-1");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          ("# v2 git bundle\n" + "1".repeat(40) + " refs/heads/main\n\n")
              .getBytes(StandardCharsets.US_ASCII));
      var pack = new DigestOutputStream(out, sha);
      pack.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1});
      long left = declared >> 4;
      pack.write((int) (type << 4 | declared & 15 | (left > 0 ? 0x80 : 0)));
      while (left > 0) {
        pack.write((int) (left & 0x7f | (left >> 7 > 0 ? 0x80 : 0)));
        left >>= 7;
      }
      var deflated = new ByteArrayOutputStream();
      try (var zip = new DeflaterOutputStream(deflated)) {
        zip.write(new byte[1000]);
      }
      pack.write(deflated.toByteArray());
      out.write(sha.digest());
    }
    return file;
  }
}
