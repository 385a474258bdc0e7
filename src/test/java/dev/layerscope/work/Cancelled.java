package dev.layerscope.work;

/** Whoever asked wants nothing any more, and says so as soon as somebody looks. */
public final class Cancelled implements Progress {
  @Override
  public void report(String what, long done, long total) {}

  @Override
  public boolean cancelled() {
    return true;
  }
}
