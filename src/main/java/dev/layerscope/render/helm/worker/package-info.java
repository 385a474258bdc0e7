/**
 * Helm in a process of its own: from a chart's files and the values to the text Helm prints, or why
 * not. The process sees nothing but a folder made for it, and no network. Start at {@link
 * dev.layerscope.render.helm.worker.HelmWorker}; the other end is {@link
 * dev.layerscope.render.helm.worker.OfflineHelm}.
 */
@NullMarked
package dev.layerscope.render.helm.worker;

import org.jspecify.annotations.NullMarked;
