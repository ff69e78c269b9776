package vn.commendation.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What can be seen to be wrong with a page without knowing what it is about. */
final class Appearance {

  /**
   * Text that somebody cannot read to its end, because its box or the window ends before. What is
   * meant for screen readers only, what scrolls by itself and drawings are left out.
   */
  private static final String CUT_OFF =
      """
      () => {
        const cut = [];
        const name = (element) => {
          const id = element.id ? `#${element.id}` : "";
          const type = typeof element.className === "string" && element.className
            ? "." + element.className.trim().split(/\\s+/).join(".") : "";
          return element.localName + id + type;
        };
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
          const text = walker.currentNode;
          const parent = text.parentElement;
          if (!text.data.trim() || parent.closest("svg, script, option, .visually-hidden, .process-canvas, .skip-link, [aria-hidden=true]")) continue;
          if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          range.selectNodeContents(text);
          const rects = [...range.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
          if (!rects.length) continue;
          const left = Math.min(...rects.map((r) => r.left));
          const right = Math.max(...rects.map((r) => r.right));
          const top = Math.min(...rects.map((r) => r.top));
          const bottom = Math.max(...rects.map((r) => r.bottom));
          const report = (why, where) =>
            cut.push(`"${text.data.trim().slice(0, 60)}" ${why} ${name(where)}`);
          let scrolls = false;
          let floats = false;
          for (let box = parent; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (style.clipPath !== "none" && style.position === "absolute") { scrolls = true; break; }
            const bounds = box.getBoundingClientRect();
            if (["auto", "scroll"].includes(style.overflowX)) { scrolls = true; break; }
            if (style.display === "inline" || style.display === "contents") continue;
            const clips = [style.overflowX, style.overflowY].some((o) => o === "hidden" || o === "clip");
            if (clips && (right > bounds.right + 1.5 || left < bounds.left - 1.5
                || bottom > bounds.bottom + 4 || top < bounds.top - 4)) {
              report("is cut off by", box);
              break;
            }
            if (!floats && box.matches("td, th, dd, dt, li, p, h1, h2, h3, h4, label, button, .btn, .chip, .card, .alert")
                && (right > bounds.right + 1.5 || left < bounds.left - 1.5)) {
              report("runs out of", box);
              break;
            }
            floats ||= ["absolute", "fixed"].includes(style.position);
          }
          if (!scrolls && (right > innerWidth + 1 || left < -1)) report("leaves the window in", parent);
        }
        return [...new Set(cut)];
      }""";

  /** A label leads to the first element with the id it names. */
  private static final String TWINS =
      """
      () => {
        const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
      }""";

  /** What makes the window scroll sideways: the innermost elements that reach beyond it. */
  private static final String TOO_WIDE =
      """
      () => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const beyond = [...document.body.querySelectorAll("*")]
          .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
        const innermost = beyond.filter((element) => !beyond.some((other) => other.parentElement === element));
        return [...new Set(innermost.map((element) => `${element.localName}.${element.getAttribute("class")} is wider than the window`)), "the window scrolls sideways"];
      }""";

  private Appearance() {}

  static List<String> cutOffTexts(Page page) {
    return texts(page.evaluate(CUT_OFF));
  }

  static List<String> ambiguousIds(Page page) {
    return texts(page.evaluate(TWINS));
  }

  static List<String> tooWide(Page page) {
    return texts(page.evaluate(TOO_WIDE));
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(Object::toString).toList();
  }
}
