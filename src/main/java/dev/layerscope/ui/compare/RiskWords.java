package dev.layerscope.ui.compare;

import dev.layerscope.diff.manifest.Risk;
import dev.layerscope.ui.common.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** Dangers in few words, for where there is little room. */
public final class RiskWords {
  private RiskWords() {}

  public static String of(Risk risk) {
    return Messages.text("risk." + risk.kind().word());
  }

  /** The first of them, and how many there are besides. */
  public static String of(List<Risk> risks) {
    String first = of(risks.getFirst());
    return risks.size() == 1 ? first : Messages.text("risk.more", first, risks.size() - 1);
  }

  /** All of them, one a line. */
  public static String all(List<Risk> risks) {
    return risks.stream().map(risk -> "⚑ " + risk.words()).collect(Collectors.joining("\n"));
  }
}
