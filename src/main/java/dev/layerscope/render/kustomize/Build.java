package dev.layerscope.render.kustomize;

/**
 * What is the same for every kustomization of one build.
 *
 * @param plugins whether the tool may run programs as plugins
 * @param inexact collects what is not done exactly
 */
record Build(boolean plugins, Inexact inexact) {}
