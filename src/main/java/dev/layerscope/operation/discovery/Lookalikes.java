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
final class Lookalikes {
  private Lookalikes() {}

  static List<String> among(List<RepoUrl> urls) {
    var notes = new ArrayList<String>();
    for (int i = 0; i < urls.size(); i++) {
      for (int k = i + 1; k < urls.size(); k++) {
        if (path(urls.get(i)).equals(path(urls.get(k)))) {
          notes.add(
              "%s and %s look alike. If they are one repository, write one of them under aliases of"
                      .formatted(urls.get(i).display(), urls.get(k).display())
                  + " the other.");
        }
      }
    }
    return notes;
  }

  private static String path(RepoUrl url) {
    String identity = url.identity().toLowerCase(Locale.ROOT);
    return identity.substring(identity.indexOf('/') + 1);
  }
}
