package dev.layerscope.render;

import dev.layerscope.finding.Certainty;
import dev.layerscope.git.Reads;
import dev.layerscope.git.RepoUrl;
import dev.layerscope.work.Packer;
import dev.layerscope.work.Unpacker;
import dev.layerscope.work.Unpacker.DamagedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembered results as bytes, with what they stand on. Only those that stand on their own
 * repository alone are written, and none that holds a Secret, that failed, or that is less than
 * sure: what is missing today may be there tomorrow.
 */
final class PackedKept {
  /** Larger ones take longer to read than to render. */
  private static final long MOST_NODES = 400_000;

  private PackedKept() {}

  /** What is read back. */
  record Read(Footing footing, Rendered rendered) {}

  /** Whether a result is to be written. */
  static boolean isFit(Kept kept) {
    Rendered rendered = kept.rendered();
    Footing footing = kept.footing();
    return kept.nodes() <= MOST_NODES
        && !rendered.failed()
        && isSure(rendered)
        && rendered.manifests().stream().noneMatch(m -> m.gvk().kind().equals("Secret"))
        && footing.standsAlone()
        && footing.told().values().stream().allMatch(PackedKept::isText);
  }

  /** The bytes; empty for a result that is not to be written. */
  static Optional<byte[]> of(Kept kept) {
    if (!isFit(kept)) {
      return Optional.empty();
    }
    Rendered rendered = kept.rendered();
    Footing footing = kept.footing();
    var to = new Packer();
    to.text(footing.own().commit());
    to.text(footing.own().tree());
    to.number(footing.told().size());
    footing.told().forEach((aspect, answer) -> told(aspect, answer, to));
    footing.reads().pack(to);
    PackedRendering.write(rendered, to);
    return Optional.of(to.packed());
  }

  static Read read(RepoUrl repository, byte[] bytes) throws DamagedException {
    var from = new Unpacker(bytes);
    String commit = from.text();
    String tree = from.text();
    Map<Aspect, Object> told = new LinkedHashMap<>();
    for (int i = from.count(); i > 0; i--) {
      Aspect aspect = aspect(from);
      String answer = from.text();
      told.put(aspect, isMaybe(aspect) ? maybe(answer) : answer);
    }
    var footing = new Footing(new Ground(repository, commit, tree, Reads.unpack(from)), told);
    Rendered rendered = PackedRendering.read(from);
    if (!from.done()) {
      throw new DamagedException("more than there should be");
    }
    return new Read(footing, rendered);
  }

  /** A chart is never more than assumed, because of Helm's version, which the file is made for. */
  private static boolean isSure(Rendered rendered) {
    Certainty.Level level = rendered.certainty().level();
    return level == Certainty.Level.EXACT
        || level == Certainty.Level.ASSUMED && rendered.type() == SourceType.HELM;
  }

  private static boolean isText(Object answer) {
    return answer instanceof String
        || answer instanceof Optional<?> maybe && maybe.stream().allMatch(String.class::isInstance);
  }

  private static void told(Aspect aspect, Object answer, Packer to) {
    switch (aspect) {
      case Aspect.Variable(String name) -> {
        to.flag(true);
        to.text(name);
      }
      case Aspect.OfApplication one -> {
        to.flag(false);
        to.one(one);
      }
    }
    to.text(
        answer instanceof Optional<?> maybe
            ? maybe.map(there -> "=" + there).orElse("")
            : answer.toString());
  }

  private static Aspect aspect(Unpacker from) throws DamagedException {
    return from.flag() ? new Aspect.Variable(from.text()) : from.one(Aspect.OfApplication.class);
  }

  private static boolean isMaybe(Aspect aspect) {
    return aspect == Aspect.OfApplication.DESTINATION_NAMESPACE;
  }

  private static Optional<String> maybe(String answer) {
    return answer.isEmpty() ? Optional.empty() : Optional.of(answer.substring(1));
  }
}
