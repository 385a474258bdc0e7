/**
 * Tests of git's floor, and {@link dev.layerscope.git.GitFixture}, in which all tests spell their
 * repositories.
 */
package dev.layerscope.git;
