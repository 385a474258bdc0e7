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
  void nothing_differs_from_itself() {
    assertThat(ChangedFile.between(before, before)).isEmpty();
  }

  @Test
  void added_removed_and_modified_files_are_listed_by_path() {
    fixture.file("deps/a.yaml", "other").delete("deps/b.yaml").file("new/d.yaml", "d");

    assertThat(changes())
        .hasExactlyElementsOfTypes(
            ChangedFile.Modified.class, ChangedFile.Removed.class, ChangedFile.Added.class)
        .extracting(change -> change.path().value())
        .containsExactly("deps/a.yaml", "deps/b.yaml", "new/d.yaml");
  }

  @Test
  void a_file_that_can_be_run_now_differs_though_no_byte_does() {
    fixture.executable("deps/b.yaml", "b");

    assertThat(changes()).singleElement().matches(ChangedFile::modeOnly);
  }

  @Test
  void a_moved_file_is_renamed() {
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
  void a_moved_file_with_small_changes_is_renamed_too() {
    fixture.delete("deps/a.yaml").file("deps/z.yaml", LONG + "nine\n");

    assertThat(changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ChangedFile.Renamed.class,
            renamed -> assertThat(renamed.similarity()).isBetween(80, 99));
  }

  @Test
  void a_directory_that_became_a_file_is_both_removed_and_added() {
    fixture.delete("same").file("same", "a file now");

    assertThat(changes())
        .extracting(change -> change.path().value())
        .containsExactly("same", "same/c.yaml");
  }

  @Test
  void only_one_directory_is_compared_when_asked() {
    fixture.file("deps/b.yaml", "B").file("same/c.yaml", "C").commit("Second");

    assertThat(ChangedFile.between(before, fixture.snapshot(), TreePath.of("same")))
        .extracting(change -> change.path().value())
        .containsExactly("same/c.yaml");
  }

  @Test
  void commits_only_on_one_side_are_counted_and_listed_newest_first() {
    fixture.branch("dev").file("x", "1").commit("Second").file("x", "2").commit("Third");
    String dev = fixture.head();
    fixture.on("main").file("y", "1").commit("Aside");

    Commit.Range onlyDev = fixture.clone().history().commits(dev, fixture.head(), 1);

    assertThat(onlyDev.count()).isEqualTo(2);
    assertThat(onlyDev.newest()).extracting(Commit::subject).containsExactly("Third");
    assertThat(fixture.clone().history().mergeBase(dev, fixture.head())).contains(before.commit());
  }

  @Test
  void unrelated_histories_have_no_merge_base() {
    fixture.orphan("other").file("x", "1").commit("Another root");

    assertThat(fixture.clone().history().mergeBase(before.commit(), fixture.head())).isEmpty();
  }
}
