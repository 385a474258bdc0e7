package dev.layerscope.cli;

import dev.layerscope.operation.discovery.FoundRepository;
import dev.layerscope.operation.discovery.FoundRepository.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One line on standard error for each repository whose fate is known. */
final class FoundLines {
  private final Set<String> said = new HashSet<>();

  synchronized void show(List<FoundRepository> found) {
    for (FoundRepository one : found) {
      String fate =
          switch (one.state()) {
            case State.Waiting ignored -> "";
            case State.Cloning ignored -> "";
            case State.Done done -> "done";
            case State.Failed(var kind, String reason) -> reason;
            case State.LeftAlone(String reason) -> reason;
          };
      if (!fate.isEmpty() && said.add(one.url().identity())) {
        String by = one.foundBy().isEmpty() ? "" : " (named by " + one.foundBy() + ")";
        Terminal.remark(one.url().display() + by + ": " + fate);
      }
    }
  }
}
