/** Tests that keep the house in order: borders between packages, names, the build itself. */
package dev.layerscope.house;
