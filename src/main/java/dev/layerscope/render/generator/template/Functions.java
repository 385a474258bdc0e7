package dev.layerscope.render.generator.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The functions a template may call: Go's own, those of Sprig that depend on nothing but their
 * operands, and Argo CD's (specification §6.2).
 */
final class Functions {
  /** Functions Argo CD has and this program does not evaluate: clock, chance, network, or rare. */
  private static final Set<String> NOT_EVALUATED =
      Set.of(
          ("ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate"
               + " htmlDateInZone must_date_modify mustDateModify mustToDate now toDate unixEpoch"
               + " abbrevboth initials randAlphaNum randAlpha randAscii randNumeric swapcase"
               + " shuffle snakecase camelcase kebabcase wrap wrapWith randInt toDecimal bcrypt"
               + " htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey"
               + " genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey"
               + " encryptAES decryptAES randBytes uuidv4 semver urlParse urlJoin mustRegexFind"
               + " mustRegexFindAll js call urlquery hello")
              .split(" "));

  private static final Map<String, Function> KNOWN = new HashMap<>();

  /** What a function does. */
  interface Body {
    GoValue call(Arguments arguments) throws TemplateException;
  }

  /**
   * A function.
   *
   * @param least how many operands it needs
   * @param most how many it takes; -1 for any number
   */
  record Function(String name, int least, int most, Body body) {
    boolean takes(int count) {
      return count >= least && (most < 0 || count <= most);
    }

    String wrongCount(int count) {
      String want = most < 0 ? "at least " + least : String.valueOf(least);
      return "wrong number of args for " + name + ": want " + want + " got " + count;
    }
  }

  static {
    BuiltIns.add();
    TextFunctions.add();
    NumberFunctions.add();
    ListFunctions.add();
    MapFunctions.add();
    ValueFunctions.add();
    EncodingFunctions.add();
    PatternFunctions.add();
  }

  private Functions() {}

  /** Makes a function known that takes exactly so many operands. */
  static void define(String name, int count, Body body) {
    define(name, count, count, body);
  }

  static void define(String name, int least, int most, Body body) {
    KNOWN.put(name, new Function(name, least, most, body));
  }

  static Optional<Function> named(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }

  /** Whether Argo CD has a function of that name that is not evaluated here. */
  static boolean isArgoCds(String name) {
    return NOT_EVALUATED.contains(name);
  }

  static Set<String> names() {
    return new TreeSet<>(KNOWN.keySet());
  }
}
