package dev.layerscope.ui.shell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of a window in {@code target/screens}, for people to look at. */
final class Screens {
  private Screens() {}

  static void save(Stage stage, String name) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "screens"));
    save(stage, folder.resolve(name + ".png"));
  }

  static void save(Stage stage, Path file) throws Exception {
    WaitForAsyncUtils.waitForFxEvents(8);
    WritableImage image = WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get();
    Files.write(file, png(image));
  }

  /** A picture as PNG; the toolkit itself reads pictures only. */
  private static byte[] png(WritableImage image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(pixels)) {
      for (int y = 0; y < height; y++) {
        out.write(0);
        for (int x = 0; x < width; x++) {
          int argb = image.getPixelReader().getArgb(x, y);
          out.write(argb >> 16);
          out.write(argb >> 8);
          out.write(argb);
        }
      }
    }
    var file = new ByteArrayOutputStream();
    file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    var head = new ByteArrayOutputStream();
    var data = new DataOutputStream(head);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    chunk(file, "IHDR", head.toByteArray());
    chunk(file, "IDAT", pixels.toByteArray());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content)
      throws IOException {
    var out = new DataOutputStream(file);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt((int) crc.getValue());
  }
}
