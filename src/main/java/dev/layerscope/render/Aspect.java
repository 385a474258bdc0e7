package dev.layerscope.render;

/**
 * Something besides git's content that a rendering may ask about the Application it is for. Only
 * what was asked can have made a difference.
 */
sealed interface Aspect {
  /** A variable of the build environment (specification §5.5). */
  record Variable(String name) implements Aspect {}

  /** The parts of the Application itself. */
  enum OfApplication implements Aspect {
    /** Part of the name of an override file, and of a release without a name. */
    INSTANCE_NAME,
    DESTINATION_NAMESPACE,
    /** The sources that lend their files to this one; what is in the files is another matter. */
    LENT_SOURCES
  }
}
