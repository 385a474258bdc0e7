package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import dev.layerscope.git.Remote;
import dev.layerscope.git.config.GitSettings;
import dev.layerscope.git.credential.Account;
import dev.layerscope.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/** The tags of a repository that is not cloned, as {@code git ls-remote --tags} lists them. */
public final class RemoteTags {
  private RemoteTags() {}

  /**
   * @param remote its address, in any form git takes
   * @return the names without {@code refs/tags/}, in the remote's order
   * @throws GitException when it cannot be reached, or is none
   */
  public static List<String> of(String remote, Progress progress) throws GitException {
    GitSettings.install();
    var written = new Remote(remote);
    try (Scratch scratch = Scratch.make()) {
      Repository none = scratch.repository();
      Remote address = written.asConfigured(none.getConfig());
      try (Line line = Line.open(none, address, Account.ofUser(), progress)) {
        return line.talk(RemoteTags::tags);
      }
    } catch (IOException e) {
      if (progress.cancelled()) {
        throw Fetching.cancelled(e);
      }
      throw RemoteFailure.of(e, written);
    }
  }

  /** A repository that is none, for what the library wants one for: the person's configuration. */
  private record Scratch(Path folder, Repository repository) implements AutoCloseable {
    static Scratch make() throws IOException {
      Path folder = Files.createTempDirectory("layerscope-tags");
      return new Scratch(
          folder, new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build());
    }

    @Override
    public void close() throws IOException {
      repository.close();
      Files.deleteIfExists(folder);
    }
  }

  private static List<String> tags(Transport transport) throws IOException {
    try (FetchConnection connection = transport.openFetch()) {
      return connection.getRefs().stream()
          .map(Ref::getName)
          .filter(name -> name.startsWith(Constants.R_TAGS))
          .map(name -> name.substring(Constants.R_TAGS.length()))
          .toList();
    }
  }
}
