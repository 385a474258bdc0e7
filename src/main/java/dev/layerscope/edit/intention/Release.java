package dev.layerscope.edit.intention;

import java.util.List;
import java.util.Optional;

/**
 * Another version of what an Application delivers.
 *
 * @param application as {@code [ROOT//][NAMESPACE/]NAME}
 * @param images what to set
 * @param chart the version of its chart, {@code [NAME=]VERSION}; empty to leave it
 */
public record Release(
    String application, List<Image> images, Optional<String> chart, List<String> environments)
    implements Intention {
  public Release {
    images = List.copyOf(images);
    environments = List.copyOf(environments);
  }

  /**
   * An image at a version.
   *
   * @param name without tag and digest, {@code registry.example.com/shop/web}
   * @param version a tag, or a digest with {@code @} in front
   */
  public record Image(String name, String version) {
    /** {@code NAME=TAG} or {@code NAME=@DIGEST}; empty when it is neither. */
    public static Optional<Image> parse(String text) {
      int equals = text.indexOf('=');
      return equals > 0 && equals < text.length() - 1
          ? Optional.of(new Image(text.substring(0, equals), text.substring(equals + 1)))
          : Optional.empty();
    }

    public boolean digest() {
      return version.startsWith("@");
    }

    /** As a manifest has it. */
    public String whole() {
      return digest() ? name + version : name + ":" + version;
    }

    /** Whether a manifest's image is this one, at whatever version. */
    public boolean names(String image) {
      String without = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
      int colon = without.lastIndexOf(':');
      String bare = colon > without.lastIndexOf('/') ? without.substring(0, colon) : without;
      return bare.equals(name);
    }
  }
}
