package dev.layerscope.export.picture;

/** The few words cards are made of, the same on the screen and on paper. */
final class Said {
  static final String AUTO = "auto";
  static final String MANUAL = "manual";
  static final String UNRESOLVED = "unresolved";
  static final String DORMANT = "dormant";
  static final String ROOT = "root";

  private Said() {}

  static String below(int count) {
    return count + " below";
  }

  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  static String used(int roots, int all) {
    return "used by " + roots + " of " + all + " roots";
  }
}
