package dev.layerscope.git.transport;

import dev.layerscope.git.GitException;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * How a remote is asked for its refs. The older protocol answers with all of them at once, so a
 * fetch that finds nothing new is one request; the newer one is asked for branches and tags only,
 * which takes one request more. The older one is asked, until a remote turns out to have many refs
 * that are neither: those of its pull requests.
 */
public final class Advertisement {
  /** The protocol that answers with every ref. */
  public static final String EVERYTHING = "0";

  private static final String WHAT_IS_WANTED = "2";
  private static final int MANY = 2000;

  private Advertisement() {}

  /** Writes the protocol down for the next time; the configuration is saved by the caller. */
  public static void ask(Repository clone, String version) {
    clone.getConfig().setString("protocol", null, "version", version);
  }

  /**
   * Changes to the newer protocol where the older one told too much.
   *
   * @param advertised how many refs the remote told of
   */
  static void settle(Repository clone, int advertised) throws GitException {
    StoredConfig config = clone.getConfig();
    if (advertised < MANY || !EVERYTHING.equals(config.getString("protocol", null, "version"))) {
      return;
    }
    try {
      int ours =
          clone.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES, Constants.R_TAGS).size();
      if (advertised - ours > MANY) {
        ask(clone, WHAT_IS_WANTED);
        config.save();
      }
    } catch (IOException e) {
      throw new GitException(
          GitException.Kind.DISK, "Cannot write the clone's configuration: " + e.getMessage(), e);
    }
  }
}
