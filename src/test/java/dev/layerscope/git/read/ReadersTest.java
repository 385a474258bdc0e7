package dev.layerscope.git.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("readers"));
  private final Readers readers = new Readers(repository);

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void aReaderIsLentToOneAtATimeAndThenAgain() {
    ObjectReader first;
    try (var one = readers.lend();
        var other = readers.lend()) {
      first = one.reader();
      assertThat(other.reader()).isNotSameAs(first);
    }
    try (var again = readers.lend()) {
      assertThat(again.reader()).isSameAs(first);
    }
  }

  @Test
  void noMoreAreKeptThanAreUsuallyUsed() {
    Set<ObjectReader> before = lentAtOnce(20);
    Set<ObjectReader> after = lentAtOnce(20);
    after.retainAll(before);
    assertThat(after).hasSize(4);
  }

  @Test
  void aReaderThatWasLetGoIsNotLentAgain() {
    Set<ObjectReader> before = lentAtOnce(1);
    readers.letGo();
    assertThat(lentAtOnce(1)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aReaderThatWasUsedBeforeSeesWhatWasWrittenSince() throws Exception {
    lentAtOnce(1);
    ObjectId written;
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      written = inserter.insert(Constants.OBJ_BLOB, "later".getBytes(StandardCharsets.UTF_8));
      inserter.flush();
    }
    try (var lent = readers.lend()) {
      assertThat(lent.reader().open(written).getCachedBytes()).asString().isEqualTo("later");
    }
  }

  private Set<ObjectReader> lentAtOnce(int count) {
    List<Readers.Lent> lent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lent.add(readers.lend());
    }
    Set<ObjectReader> all = new HashSet<>();
    lent.forEach(one -> all.add(one.reader()));
    lent.forEach(Readers.Lent::close);
    return all;
  }
}
