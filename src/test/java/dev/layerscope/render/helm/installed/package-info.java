/** The user's own Helm. */
package dev.layerscope.render.helm.installed;
