package dev.layerscope.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, from {@code messages.properties}. */
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.layerscope.ui.messages", Locale.ROOT);

  private Messages() {}

  /** For FXML, which writes {@code %key}. */
  public static ResourceBundle bundle() {
    return BUNDLE;
  }

  /** The text of a key with its places filled: {@code {0}}, {@code {1,choice,…}}. */
  public static String text(String key, Object... values) {
    String pattern = BUNDLE.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  /** "10,000": digits in groups of three. */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 error} or {@code 3 errors}, from the keys {@code KEY.one} and {@code KEY.many}. */
  public static String count(String key, long count) {
    return text(key + (count == 1 ? ".one" : ".many"), number(count));
  }
}
