/**
 * Estates made by a machine: as large as wanted, the same for the same seed, in real git
 * repositories with branches and history.
 *
 * <p>From a size and a seed to a folder with {@code workspace.yaml}. Needs {@code git}. Start at
 * {@link dev.layerscope.bench.estate.EstateCommand}; {@code docs/performance.md} says what is in
 * one.
 */
package dev.layerscope.bench.estate;
