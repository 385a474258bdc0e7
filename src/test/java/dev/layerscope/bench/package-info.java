/**
 * How fast the program is, measured with JMH: never part of the tests, since a timed test fails on
 * a busy machine. From the sample to figures. Run {@code ./mvnw -q -Pbench}.
 */
package dev.layerscope.bench;
