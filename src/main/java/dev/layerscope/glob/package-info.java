/**
 * The patterns of Argo CD, each as the library behind it reads them.
 *
 * <p>From a text to a matcher, or to nothing when the library refuses the pattern. {@link
 * dev.layerscope.glob.GobwasGlob} is for directories and projects, {@link
 * dev.layerscope.glob.PathMatch} for the git directories of ApplicationSets and for kinds, {@link
 * dev.layerscope.glob.Doublestar} for value files and the newer way to find files, {@link
 * dev.layerscope.glob.GoPattern} for regular expressions that a repository writes.
 */
@NullMarked
package dev.layerscope.glob;

import org.jspecify.annotations.NullMarked;
