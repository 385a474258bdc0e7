/** What the program prints, held against what it promises. */
@NullMarked
package dev.layerscope.export;

import org.jspecify.annotations.NullMarked;
