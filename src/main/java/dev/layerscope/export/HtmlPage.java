package dev.layerscope.export;

/** The frame of a self-contained page: a policy that loads and runs nothing, and a style. */
final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --add: #11795b; --del: #c4321f; --chg: #0969da; --mov: #7b1fa2; }
      body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } h3 { font-size: .95rem; margin: .8rem 0 .2rem; }
      details { border: 1px solid #8884; border-radius: 6px; margin: .5rem 0; padding: .4rem .8rem; }
      summary { cursor: pointer; } span { color: #7d8590; }
      table { border-collapse: collapse; width: 100%; font: 12px/1.5 ui-monospace, monospace; }
      td, th { border-top: 1px solid #8883; padding: 2px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      .path { color: var(--chg); } .old { color: var(--del); } .new { color: var(--add); }
      .added > summary b, h3.added, td.added { color: var(--add); } .removed > summary b, h3.removed, td.removed { color: var(--del); }
      .changed > summary b, h3.changed, td.changed { color: var(--chg); } .moved > summary b { color: var(--mov); }
      .risk, .risks, .unknown { color: #cf222e; } .acknowledged { color: #7d8590; } .number { text-align: right; }
      """;

  private HtmlPage() {}

  static String head(String title) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        + "<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style></head><body>\n";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
