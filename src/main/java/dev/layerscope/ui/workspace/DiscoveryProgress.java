package dev.layerscope.ui.workspace;

import dev.layerscope.git.GitException;
import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.FoundRepository.State;
import dev.layerscope.ui.common.Messages;
import dev.layerscope.ui.workspace.DiscoveryViewModel.Seen;
import java.util.List;

/** How far a discovery is, as a bar and as a sentence. */
final class DiscoveryProgress {
  private DiscoveryProgress() {}

  /** Between 0 and 1. */
  static double of(Seen now) {
    double done =
        now.found().stream()
            .mapToDouble(f ->
                switch (f.state()) {
                  case State.Waiting ignored -> 0;
                  case State.Cloning(int percent) -> Math.max(0, percent) / 100.0;
                  case State.Done ignored -> 1;
                  case State.Failed ignored -> 1;
                  case State.LeftAlone ignored -> 1;
                })
            .sum();
    // While it goes on, more may turn up.
    double all = now.found().size() + (now.running() ? 1 : 0);
    return all == 0 ? 0 : done / all;
  }

  /** What is missing, at the end. */
  static String summary(Seen now) {
    List<FoundRepository> missing =
        now.found().stream().filter(FoundRepository::isMissing).toList();
    if (missing.isEmpty()) {
      return now.outcome().isPresent() ? Messages.text("discover.all") : "";
    }
    long logins =
        missing.stream()
            .filter(f ->
                f.state() instanceof State.Failed failed
                    && failed.kind() == GitException.Kind.CREDENTIALS)
            .count();
    long others = missing.size() - logins;
    String what =
        logins == 0
            ? Messages.count("discover.lacking", others)
            : others == 0
                ? Messages.count("discover.logins", logins)
                : Messages.count("discover.logins", logins)
                    + ", "
                    + Messages.count("discover.lacking", others);
    return what + ". " + Messages.text("discover.without");
  }
}
