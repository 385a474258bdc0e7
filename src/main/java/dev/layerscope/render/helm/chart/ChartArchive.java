package dev.layerscope.render.helm.chart;

import dev.layerscope.manifest.Origin;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A packaged chart ({@code NAME-VERSION.tgz}): the plain files in it, without the folder that holds
 * them. Links, devices and paths that lead out are passed over.
 */
final class ChartArchive {
  private static final int BLOCK = 512;
  private static final long MAX_FILE = 20L * 1024 * 1024;

  private ChartArchive() {}

  /** Unpacks. */
  static ChartFiles unpack(byte[] archive, Origin origin) throws ChartException {
    var files = new ChartFiles();
    try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
      String longName = "";
      while (true) {
        byte[] header = new byte[BLOCK];
        in.readFully(header);
        if (header[0] == 0) {
          return files;
        }
        long size = Long.parseLong(text(header, 124, 12).strip(), 8);
        if (size < 0 || size > MAX_FILE) {
          throw new ChartException(origin.path() + " holds a file of " + size + " bytes");
        }
        byte[] content = in.readNBytes((int) size);
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        char type = (char) header[156];
        String name = longName.isEmpty() ? name(header) : longName;
        longName = type == 'L' ? new String(content, StandardCharsets.UTF_8).replace("\0", "") : "";
        if (type == 'x') {
          longName = paxPath(content);
        } else if (type == '0' || type == 0) {
          put(files, name, content, origin);
        }
      }
    } catch (EOFException end) {
      return files;
    } catch (IOException | NumberFormatException e) {
      throw new ChartException(origin.path() + " is not a packaged chart");
    }
  }

  private static void put(ChartFiles files, String name, byte[] content, Origin origin)
      throws ChartException {
    String clean = name.startsWith("./") ? name.substring(2) : name;
    String inside = clean.substring(clean.indexOf('/') + 1);
    if (clean.startsWith("/")
        || clean.indexOf('/') < 0
        || inside.isEmpty()
        || Arrays.asList(inside.split("/")).contains("..")) {
      return;
    }
    files.put(inside, content, origin);
  }

  private static String name(byte[] header) {
    String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
    return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
  }

  /** A name too long for a header: {@code LENGTH path=NAME} in a record of its own. */
  private static String paxPath(byte[] content) {
    for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
      int at = line.indexOf(" path=");
      if (at > 0) {
        return line.substring(at + " path=".length());
      }
    }
    return "";
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
