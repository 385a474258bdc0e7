package dev.layerscope.render.helm.worker;

/** What came of an order. */
public sealed interface Answer {
  /** Helm printed this. */
  record Printed(String text) implements Answer {}

  /** Helm refused, in its own words. */
  record Refused(String error) implements Answer {}

  /** The worker was lost over it and has been replaced; why, in words for a person. */
  record Lost(String why) implements Answer {}

  /** There is no Helm here; why, in words for a person. */
  record Absent(String why) implements Answer {}
}
