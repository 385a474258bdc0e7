package dev.layerscope.glob;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression as Go reads it. It needs time in proportion to the text, whatever a
 * repository wrote; one that Go would refuse, or that is too large to be meant well, is refused.
 * Immutable.
 */
public final class GoPattern {
  private static final int MOST_CHARACTERS = 10_000;
  private static final int MOST_STATES = 20_000;
  private static final long MOST_STEPS = 400_000_000;

  private final Pattern pattern;

  private GoPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A pattern that is none; the message is Go's, without what leads to it. */
  public static final class InvalidPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidPatternException(String message) {
      super(message);
    }

    /** What is wrong, such as {@code missing closing ]: `[a`}. */
    public String text() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * @throws InvalidPatternException when Go would refuse it, or nobody could mean it
   */
  public static GoPattern compile(String text) throws InvalidPatternException {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidPatternException("expression too large");
    }
    RepeatCount.check(text);
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new InvalidPatternException(e.getDescription() + ": `" + e.getPattern() + "`");
    }
    if (pattern.programSize() > MOST_STATES) {
      throw new InvalidPatternException("expression too large");
    }
    return new GoPattern(pattern);
  }

  /** Whether a text can be searched in the time there is. */
  public boolean affords(String text) {
    return (long) pattern.programSize() * text.length() <= MOST_STEPS;
  }

  /** Whether it matches somewhere in a text; nowhere in one it cannot afford. */
  public boolean find(String text) {
    return affords(text) && pattern.matcher(text).find();
  }

  /** Where it matches in a text, from left to right: begin and end of each. */
  public List<Match> all(String text) {
    var found = new ArrayList<Match>();
    if (affords(text)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(new Match(matcher.start(), matcher.end()));
      }
    }
    return found;
  }

  /** A piece of a text. */
  public record Match(int start, int end) {
    /** The piece itself. */
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  /**
   * A text with every match replaced.
   *
   * @param with {@code $1} is what a group matched, a backslash takes the next character as it is
   */
  public String replaceAll(String text, String with) {
    return pattern.matcher(text).replaceAll(with);
  }

  /** What {@link #replaceAll} puts in as it stands. */
  public static String literal(String with) {
    return Matcher.quoteReplacement(with);
  }
}
