package dev.layerscope.export;

/** The frame of a self-contained page: a policy that loads and runs nothing, and a style. */
final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #ffffff; --ink: #1f2328; --soft: #59636e; --add: #11795b; --del: #c4321f; --chg: #0969da; --mov: #7b1fa2; }
      @media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3; --soft: #9198a1; --add: #3fb98f; --del: #ff7b6b; --chg: #58a6ff; --mov: #cf8ff2; } }
      @media print { :root { color-scheme: light; --ground: #ffffff; --ink: #1f2328; --soft: #59636e; --add: #11795b; --del: #c4321f; --chg: #0969da; --mov: #7b1fa2; }
        body { margin: 0; max-width: none; } summary, h2, h3, tr { break-inside: avoid; break-after: auto; } details::details-content { content-visibility: visible; height: auto; } }
      body { color: var(--ink); background: var(--ground); font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } h3 { font-size: .95rem; margin: .8rem 0 .2rem; }
      details { border: 1px solid #8884; border-radius: 6px; margin: .5rem 0; padding: .4rem .8rem; }
      summary { cursor: pointer; } span { color: var(--soft); }
      table { border-collapse: collapse; width: 100%; font: 12px/1.5 ui-monospace, monospace; }
      td, th { border-top: 1px solid #8883; padding: 2px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      pre { margin: 0; white-space: pre-wrap; font: inherit; }
      .path { color: var(--chg); } .old { color: var(--del); } .new { color: var(--add); }
      .added > summary b, h3.added, td.added { color: var(--add); } .removed > summary b, h3.removed, td.removed { color: var(--del); }
      .changed > summary b, h3.changed, td.changed { color: var(--chg); } .moved > summary b { color: var(--mov); }
      .risk, .risks, .unknown { color: var(--del); } .acknowledged { color: var(--soft); } .number { text-align: right; }
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
