package dev.layerscope.operation.changeset;

import dev.layerscope.git.RepoUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a git host where a pushed topic branch is put up for review. */
public final class ReviewLink {
  private static final Pattern PLACE =
      Pattern.compile("(?:[a-z+]+://(?:[^@/]+@)?|[^@/]+@)([^/:]+)(?::\\d+)?[/:](.+?)(?:\\.git)?/?");

  private ReviewLink() {}

  /**
   * @param branch the branch it is meant for
   * @param topic the branch that was pushed
   * @return empty for hosts whose pages are not known
   */
  public static Optional<String> of(RepoUrl repository, String branch, String topic) {
    Matcher place = PLACE.matcher(repository.text());
    if (!place.matches()) {
      return Optional.empty();
    }
    String host = place.group(1).toLowerCase(Locale.ROOT);
    String base = "https://" + host + "/" + place.group(2);
    String from = URLEncoder.encode(topic, StandardCharsets.UTF_8);
    String to = URLEncoder.encode(branch, StandardCharsets.UTF_8);
    if (host.contains("gitlab")) {
      return Optional.of(
          base
              + "/-/merge_requests/new?merge_request%5Bsource_branch%5D="
              + from
              + "&merge_request%5Btarget_branch%5D="
              + to);
    }
    if (host.contains("github")) {
      return Optional.of(base + "/compare/" + to + "..." + from + "?expand=1");
    }
    if (host.contains("gitea") || host.contains("codeberg") || host.contains("forgejo")) {
      return Optional.of(base + "/compare/" + to + "..." + from);
    }
    if (host.contains("bitbucket")) {
      return Optional.of(base + "/pull-requests/new?source=" + from + "&dest=" + to);
    }
    return Optional.empty();
  }
}
