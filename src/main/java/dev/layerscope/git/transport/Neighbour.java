package dev.layerscope.git.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.TestProtocol;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.resolver.ReceivePackFactory;
import org.eclipse.jgit.transport.resolver.ServiceNotEnabledException;
import org.jspecify.annotations.Nullable;

/**
 * Fetching from a repository of this machine: it is opened and asked by us, without a process. The
 * library does the same for a path, but prints a trace whenever the reader ends before the writer:
 * on a cancel, on a full disk. Its protocol for repositories that are at hand, named after what the
 * library itself uses it for, lets the writer be ours.
 */
final class Neighbour implements AutoCloseable {
  private final Repository repository;

  /**
   * @param gitFolder where its objects and refs are
   */
  Neighbour(Path gitFolder) throws IOException {
    repository = new RepositoryBuilder().setGitDir(gitFolder.toFile()).build();
  }

  Transport fetchedInto(Repository clone) throws IOException {
    ReceivePackFactory<Repository> nobody =
        (asked, into) -> {
          throw new ServiceNotEnabledException();
        };
    var protocol = new TestProtocol<Repository>((asked, from) -> new Writer(from), nobody);
    return protocol.open(protocol.register(repository, repository), clone, null);
  }

  /** Whoever reads says what went wrong; that nobody reads any more is not worth a word. */
  private static final class Writer extends UploadPack {
    Writer(Repository from) {
      super(from);
    }

    @Override
    public void upload(InputStream asked, OutputStream said, @Nullable OutputStream messages)
        throws IOException {
      try {
        super.upload(asked, said, messages);
      } catch (IOException | RuntimeException told) {
        said.close(); // the reader finds the end before the end, and tells
      }
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
