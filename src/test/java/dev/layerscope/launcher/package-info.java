/**
 * The script that starts the program, driven with pretended Javas. Start at {@code LauncherTest}.
 */
package dev.layerscope.launcher;
