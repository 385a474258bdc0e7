package dev.layerscope.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedFileTest {
  private static final String LONG = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

  private final GitFixture fixture =
      GitFixture.repo("https://git.example.com/a.git")
          .file("deps/a.yaml", LONG)
          .file("deps/b.yaml", "b")
          .file("same/c.yaml", "c")
          .commit("First");
  private final Snapshot before = fixture.snapshot();

  private List<ChangedFile> changes() {
    return ChangedFile.between(before, fixture.commit("Second").snapshot());
  }

  @Test
  void nothingDiffersFromItself() {
    assertThat(ChangedFile.between(before, before)).isEmpty();
  }

  @Test
  void addedRemovedAndModifiedFilesAreListedByPath() {
    fixture.file("deps/a.yaml", "other").delete("deps/b.yaml").file("new/d.yaml", "d");

    assertThat(changes())
        .hasExactlyElementsOfTypes(
            ChangedFile.Modified.class, ChangedFile.Removed.class, ChangedFile.Added.class)
        .extracting(change -> change.path().value())
        .containsExactly("deps/a.yaml", "deps/b.yaml", "new/d.yaml");
  }

  @Test
  void aFileThatCanBeRunNowDiffersThoughNoByteDoes() {
    fixture.executable("deps/b.yaml", "b");

    assertThat(changes()).singleElement().matches(ChangedFile::modeOnly);
  }

  @Test
  void aMovedFileIsRenamed() {
    fixture.delete("deps/a.yaml").file("apps/a.yaml", LONG);

    assertThat(changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ChangedFile.Renamed.class,
            renamed -> {
              assertThat(renamed.before().path()).hasToString("deps/a.yaml");
              assertThat(renamed.after().path()).hasToString("apps/a.yaml");
              assertThat(renamed.similarity()).isEqualTo(100);
            });
  }

  @Test
  void aMovedFileWithSmallChangesIsRenamedToo() {
    fixture.delete("deps/a.yaml").file("deps/z.yaml", LONG + "nine\n");

    assertThat(changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ChangedFile.Renamed.class,
            renamed -> assertThat(renamed.similarity()).isBetween(80, 99));
  }

  @Test
  void aDirectoryThatBecameAFileIsBothRemovedAndAdded() {
    fixture.delete("same").file("same", "a file now");

    assertThat(changes())
        .extracting(change -> change.path().value())
        .containsExactly("same", "same/c.yaml");
  }

  @Test
  void onlyOneDirectoryIsComparedWhenAsked() {
    fixture.file("deps/b.yaml", "B").file("same/c.yaml", "C").commit("Second");

    assertThat(ChangedFile.between(before, fixture.snapshot(), TreePath.of("same")))
        .extracting(change -> change.path().value())
        .containsExactly("same/c.yaml");
  }

  @Test
  void commitsOnlyOnOneSideAreCountedAndListedNewestFirst() {
    fixture.branch("dev").file("x", "1").commit("Second").file("x", "2").commit("Third");
    String dev = fixture.head();
    fixture.on("main").file("y", "1").commit("Aside");

    Commit.Range onlyDev = fixture.clone().history().commits(dev, fixture.head(), 1);

    assertThat(onlyDev.count()).isEqualTo(2);
    assertThat(onlyDev.newest()).extracting(Commit::subject).containsExactly("Third");
    assertThat(fixture.clone().history().mergeBase(dev, fixture.head())).contains(before.commit());
  }

  @Test
  void unrelatedHistoriesHaveNoMergeBase() {
    fixture.orphan("other").file("x", "1").commit("Another root");

    assertThat(fixture.clone().history().mergeBase(before.commit(), fixture.head())).isEmpty();
  }
}
