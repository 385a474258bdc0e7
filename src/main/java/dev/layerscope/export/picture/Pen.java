package dev.layerscope.export.picture;

/** How a line looks. */
enum Pen {
  PLAIN(1, Tone.EDGE, 1, 0, 0),
  GENERATED(16, Tone.EDGE, 1, 2, 2),
  UNRESOLVED(256, Tone.EDGE, 1, 4, 3),
  ADDED(4096, Tone.DIFF_ADDED, 2, 0, 0),
  REMOVED(65536, Tone.DIFF_REMOVED, 1, 4, 3),
  STRONG(1048576, Tone.ACCENT, 2, 0, 0);

  /** The first of four bits of its own: below and above, dimmed or not. */
  private final int bit;

  private final Tone tone;
  private final double thick;
  private final double on;
  private final double off;

  Pen(int bit, Tone tone, double thick, double on, double off) {
    this.bit = bit;
    this.tone = tone;
    this.thick = thick;
    this.on = on;
    this.off = off;
  }

  int passing(boolean below, boolean dim) {
    return bit << (dim ? 2 : 0) + (below ? 1 : 0);
  }

  Tone tone() {
    return tone;
  }

  double thick() {
    return thick;
  }

  double on() {
    return on;
  }

  double off() {
    return off;
  }
}
