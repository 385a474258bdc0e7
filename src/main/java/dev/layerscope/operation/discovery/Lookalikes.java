package dev.layerscope.operation.discovery;

import dev.layerscope.git.RepoUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Addresses that differ and may still be one repository: the same path on another host, or in other
 * case. Proposed to a person, never merged silently: the paths {@code app/config} of two hosts may
 * well be two repositories.
 */
public final class Lookalikes {
  private Lookalikes() {}

  /** Every pair among some addresses, in their order. */
  public static List<Lookalike> among(List<RepoUrl> urls) {
    var pairs = new ArrayList<Lookalike>();
    for (int i = 0; i < urls.size(); i++) {
      for (int k = i + 1; k < urls.size(); k++) {
        if (path(urls.get(i)).equals(path(urls.get(k)))) {
          pairs.add(new Lookalike(urls.get(i), urls.get(k)));
        }
      }
    }
    return pairs;
  }

  private static String path(RepoUrl url) {
    String identity = url.identity().toLowerCase(Locale.ROOT);
    return identity.substring(identity.indexOf('/') + 1);
  }
}
