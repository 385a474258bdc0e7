package dev.layerscope.git;

import java.util.Locale;
import java.util.Optional;

/**
 * Git's mode bits of a file, before and after.
 *
 * @param before empty for a file that is new
 * @param after what it becomes; of a file that goes, what it was
 */
public record FileMode(Optional<Integer> before, int after) {
  /** What a file is that nobody made anything else. */
  public static final int PLAIN = 0100644;

  /** The bits as git writes them. */
  public static String text(int bits) {
    return String.format(Locale.ROOT, "%06o", bits);
  }
}
