/**
 * The git configuration of the machine and the person, from files and environment to what JGit
 * reads, without asking a program. Start at {@link dev.layerscope.git.config.GitSettings}.
 */
@NullMarked
package dev.layerscope.git.config;

import org.jspecify.annotations.NullMarked;
