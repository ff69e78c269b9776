package vn.commendation.document;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a filled DOCX as XSL formatting objects, so that a PDF can be made of the very same
 * document. It knows what letters are made of: paragraphs, runs, tables, sections, page borders,
 * headers and footers with page numbers, pictures in the line, simple numbering. What it does not
 * know is refused in a template beforehand, see {@link TemplateCheck}.
 */
final class FoWriter {

  static final String FO = "http://www.w3.org/1999/XSL/Format";

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final double TWIP = 20;
  private static final double EMU = 12_700;
  private static final double DEFAULT_TAB = 36;
  private static final double THINNEST_BORDER = 0.75;
  private static final String LAST_BLOCK = "last-page";

  private final WordFile file;
  private final WordStyles styles;
  private final WordNumbering numbering;
  private final Document fo;

  private FoWriter(WordFile file) {
    this.file = file;
    this.styles = new WordStyles(file);
    this.numbering = new WordNumbering(file);
    try {
      this.fo = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Writes a document.
   *
   * @param title as the PDF's metadata say it
   */
  static Document write(WordFile file, String title) {
    return new FoWriter(file).document(title);
  }

  // pages

  /** What follows one another on pages of one kind. */
  private record Section(Element properties, List<Element> content) {}

  private Document document(String title) {
    var root = element(fo, "root");
    set(root, "font-family", PdfFonts.FAMILY, "xml:lang", "vi", "color", "#000000");
    set(root, "linefeed-treatment", "preserve", "white-space-collapse", "false");
    var masters = element(root, "layout-master-set");
    title(root, title);
    var body = Ooxml.child(file.tree(WordFile.DOCUMENT).getDocumentElement(), "body");
    var sections = sections(body);
    String[] headers = {null, null, null, null};
    for (var i = 0; i < sections.size(); i++) {
      var section = sections.get(i);
      var page = new Page(section.properties(), "s" + i);
      headers = page.inherit(headers);
      page.masters(masters);
      var sequence = element(root, "page-sequence");
      set(sequence, "master-reference", page.name);
      var start = Ooxml.attr(Ooxml.child(section.properties(), "pgNumType"), "start");
      if (start != null) {
        set(sequence, "initial-page-number", start);
      }
      set(sequence, "force-page-count", "no-force");
      page.margin(sequence, "before-first", headers[0]);
      page.margin(sequence, "before-rest", headers[1]);
      page.margin(sequence, "after-first", headers[2]);
      page.margin(sequence, "after-rest", headers[3]);
      var flow = element(sequence, "flow");
      set(flow, "flow-name", "xsl-region-body");
      blocks(flow, section.content(), new Place(page.textWidth(), false, Map.of()));
      if (i == sections.size() - 1) {
        var last = element(flow, "block");
        set(last, "id", LAST_BLOCK, "font-size", "0.1pt", "line-height", "0.1pt");
      } else if (flow.getFirstChild() == null) {
        element(flow, "block");
      }
    }
    return fo;
  }

  /** PDF/A wants the title in a list of languages, which FOP does not write by itself. */
  private void title(Element root, String title) {
    var declarations = element(root, "declarations");
    var meta = child(declarations, "adobe:ns:meta/", "x:xmpmeta");
    var rdf = child(meta, RDF, "rdf:RDF");
    var description = child(rdf, RDF, "rdf:Description");
    description.setAttributeNS(RDF, "rdf:about", "");
    var languages =
        child(child(description, "http://purl.org/dc/elements/1.1/", "dc:title"), RDF, "rdf:Alt");
    var one = child(languages, RDF, "rdf:li");
    set(one, "xml:lang", "x-default");
    one.setTextContent(title);
  }

  private Element child(Element parent, String namespace, String name) {
    var child = fo.createElementNS(namespace, name);
    parent.appendChild(child);
    return child;
  }

  private static List<Section> sections(Element body) {
    var sections = new ArrayList<Section>();
    var content = new ArrayList<Element>();
    for (var child : Ooxml.children(body)) {
      if (Ooxml.is(child, "sectPr")) {
        join(sections, new Section(child, List.copyOf(content)));
        return sections;
      }
      content.add(child);
      var ends = Ooxml.child(Ooxml.child(child, "pPr"), "sectPr");
      if (ends != null) {
        join(sections, new Section(ends, List.copyOf(content)));
        content.clear();
      }
    }
    throw new DocumentRefused("template-unreadable");
  }

  /** A section that goes on with the page of the one before is printed with it. */
  private static void join(List<Section> sections, Section section) {
    var type = Ooxml.attr(Ooxml.child(section.properties(), "type"), "val");
    if ("continuous".equals(type) && !sections.isEmpty()) {
      var before = sections.removeLast();
      var content = new ArrayList<>(before.content());
      content.addAll(section.content());
      sections.add(new Section(before.properties(), content));
    } else {
      sections.add(section);
    }
  }

  /** Size and margins of a section's pages, in points. */
  private final class Page {
    private final Element properties;
    private final String name;
    private final double width;
    private final double height;
    private final double top;
    private final double bottom;
    private final double left;
    private final double right;
    private final double header;
    private final double footer;
    private final Element border;

    Page(Element properties, String name) {
      this.properties = properties;
      this.name = name;
      var size = WordStyles.flat(Ooxml.child(properties, "pgSz"));
      var all = WordStyles.flat(properties);
      this.width = twips(all.get("pgSz.w"), 11906);
      this.height = twips(all.get("pgSz.h"), 16838);
      this.top = Math.abs(twips(all.get("pgMar.top"), 1134));
      this.bottom = Math.abs(twips(all.get("pgMar.bottom"), 1134));
      this.left = twips(all.get("pgMar.left"), 1701) + twips(all.get("pgMar.gutter"), 0);
      this.right = twips(all.get("pgMar.right"), 1134);
      this.header = Math.min(twips(all.get("pgMar.header"), 567), top);
      this.footer = Math.min(twips(all.get("pgMar.footer"), 567), bottom);
      this.border = Ooxml.child(properties, "pgBorders");
    }

    double textWidth() {
      return width - left - right;
    }

    private boolean firstDiffers() {
      return WordStyles.on(WordStyles.flat(properties), "titlePg");
    }

    /** Parts of the headers and footers; what a section does not say it has from the one before. */
    String[] inherit(String[] before) {
      var named = before.clone();
      for (var kind : new String[] {"header", "footer"}) {
        var offset = kind.equals("header") ? 0 : 2;
        for (var reference : Ooxml.children(properties, kind + "Reference")) {
          var part = file.relations(WordFile.DOCUMENT).get(reference.getAttributeNS(Ooxml.R, "id"));
          switch (String.valueOf(Ooxml.attr(reference, "type"))) {
            case "first" -> named[offset] = part;
            case "default" -> named[offset + 1] = part;
            default -> {}
          }
        }
      }
      return named;
    }

    void masters(Element masters) {
      for (var which : new String[] {"first", "rest"}) {
        var master = element(masters, "simple-page-master");
        set(master, "master-name", name + "-" + which);
        set(master, "page-width", pt(width), "page-height", pt(height));
        set(master, "margin-left", pt(left), "margin-right", pt(right));
        set(master, "margin-top", pt(header), "margin-bottom", pt(footer));
        var body = element(master, "region-body");
        set(body, "margin-top", pt(top - header), "margin-bottom", pt(bottom - footer));
        // half of a table's outer border lies outside the text
        set(body, "overflow", "visible");
        var before = element(master, "region-before");
        set(before, "region-name", "before-" + which, "extent", pt(top - header));
        var after = element(master, "region-after");
        set(after, "region-name", "after-" + which, "extent", pt(bottom - footer));
        set(after, "display-align", "after");
      }
      var sequence = element(masters, "page-sequence-master");
      set(sequence, "master-name", name);
      var pages = element(sequence, "repeatable-page-master-alternatives");
      if (firstDiffers()) {
        var first = element(pages, "conditional-page-master-reference");
        set(first, "master-reference", name + "-first", "page-position", "first");
      }
      set(element(pages, "conditional-page-master-reference"), "master-reference", name + "-rest");
    }

    void margin(Element sequence, String region, String part) {
      if (region.endsWith("first") && !firstDiffers()) {
        return;
      }
      var content = element(sequence, "static-content");
      set(content, "flow-name", region);
      if (region.startsWith("before") && border != null) {
        frame(content);
      }
      if (part != null && file.has(part)) {
        blocks(
            content,
            Ooxml.children(file.tree(part).getDocumentElement()),
            new Place(textWidth(), false, Map.of()));
      }
      if (content.getFirstChild() == null) {
        element(content, "block");
      }
    }

    /** Borders of the page (w:pgBorders), measured from its edge or from the text. */
    private void frame(Element content) {
      var all = WordStyles.flat(border);
      var fromPage = "page".equals(Ooxml.attr(border, "offsetFrom"));
      var x =
          fromPage ? number(all.get("left.space"), 24) : left - number(all.get("left.space"), 4);
      var y = fromPage ? number(all.get("top.space"), 24) : top - number(all.get("top.space"), 1);
      var toRight =
          fromPage ? number(all.get("right.space"), 24) : right - number(all.get("right.space"), 4);
      var toBottom =
          fromPage
              ? number(all.get("bottom.space"), 24)
              : bottom - number(all.get("bottom.space"), 1);
      var box = element(content, "block-container");
      set(box, "absolute-position", "fixed", "left", pt(x), "top", pt(y));
      set(box, "width", pt(width - x - toRight), "height", pt(height - y - toBottom));
      for (var side : new String[] {"top", "bottom", "left", "right"}) {
        border(box, side, all, side);
      }
      element(box, "block");
    }
  }

  // blocks

  /**
   * Where blocks stand.
   *
   * @param width room for a line, in points
   * @param inTable whether it is a cell of a table
   * @param paragraphs what the table's style says of paragraphs
   */
  private record Place(double width, boolean inTable, Map<String, String> paragraphs) {}

  private void blocks(Element parent, List<Element> content, Place place) {
    for (var child : content) {
      switch (child.getLocalName()) {
        case "p" -> paragraph(parent, child, place);
        case "tbl" -> table(parent, child, place);
        case "sdt" -> blocks(parent, Ooxml.children(Ooxml.child(child, "sdtContent")), place);
        case "ins", "customXml" -> blocks(parent, Ooxml.children(child), place);
        default -> {}
      }
    }
  }

  private void paragraph(Element parent, Element paragraph, Place place) {
    var says = styles.paragraph(paragraph, place.paragraphs());
    var runBase = styles.paragraphRun(paragraph);
    var line = new Line(paragraph, says, runBase, place);
    if (line.isEmpty() && says.containsKey("sectPr")) {
      return;
    }
    line.write(parent);
  }

  /** One paragraph while it is written: how far the text has come, for tabulators. */
  private final class Line {
    private final Element paragraph;
    private final Map<String, String> says;
    private final Map<String, String> base;
    private final Place place;
    private final double left;
    private final double right;
    private final double first;
    private final List<Tab> tabs = new ArrayList<>();
    private Element block;
    private double at;
    private boolean written;
    private int field;
    private String instruction = "";
    private boolean ofPage;

    private record Tab(String kind, double at, String leader) {}

    Line(Element paragraph, Map<String, String> says, Map<String, String> base, Place place) {
      this.paragraph = paragraph;
      this.says = says;
      this.base = base;
      this.place = place;
      var level = numbering.level(says);
      this.left = twips(either(says.get("ind.left"), says.get("ind.start"), level, "ind.left"), 0);
      this.right = twips(says.getOrDefault("ind.right", says.get("ind.end")), 0);
      var hanging = either(says.get("ind.hanging"), null, level, "ind.hanging");
      this.first =
          hanging != null && !hanging.equals("0") && !says.containsKey("ind.firstLine")
              ? -twips(hanging, 0)
              : twips(says.get("ind.firstLine"), 0);
      for (var tab : Ooxml.descendants(paragraph, "tab")) {
        if (Ooxml.is(tab.getParentNode(), "tabs") && !"clear".equals(Ooxml.attr(tab, "val"))) {
          tabs.add(
              new Tab(
                  String.valueOf(Ooxml.attr(tab, "val")),
                  twips(Ooxml.attr(tab, "pos"), 0),
                  String.valueOf(Ooxml.attr(tab, "leader"))));
        }
      }
      this.at = left + first;
    }

    private static String either(String own, String alias, Map<String, String> level, String name) {
      if (own != null) {
        return own;
      }
      return alias != null ? alias : level.get(name);
    }

    boolean isEmpty() {
      return Ooxml.descendants(
              paragraph,
              one ->
                  Ooxml.is(one, "t")
                      || Ooxml.is(one, "br")
                      || Ooxml.is(one, "tab") && Ooxml.is(one.getParentNode(), "r")
                      || Ooxml.is(one, "drawing")
                      || Ooxml.is(one, "instrText")
                      || Ooxml.is(one, "fldSimple"))
          .isEmpty();
    }

    void write(Element parent) {
      open(parent);
      var label = numbering.next(says);
      if (label != null) {
        label(label);
      }
      children(paragraph);
      if (!written) {
        // a line without letters
        set(element(block, "leader"), "leader-pattern", "space", "leader-length", "0pt");
      }
    }

    private void open(Element parent) {
      block = element(parent, "block");
      written = false;
      var size = largest();
      set(block, "font-size", pt(size), "line-height", lineHeight(size));
      set(block, "start-indent", pt(left), "end-indent", pt(right), "text-indent", pt(first));
      align();
      space("before");
      space("after");
      if (WordStyles.on(says, "keepNext")) {
        set(block, "keep-with-next.within-page", "always");
      }
      if (WordStyles.on(says, "keepLines")) {
        set(block, "keep-together.within-page", "always");
      }
      if (WordStyles.on(says, "pageBreakBefore")) {
        set(block, "break-before", "page");
      }
      for (var side : new String[] {"top", "bottom", "left", "right"}) {
        if (border(block, side, says, "pBdr." + side)) {
          set(block, "padding-" + side, pt(number(says.get("pBdr." + side + ".space"), 0)));
        }
      }
      fill(block, says);
    }

    /** The largest letters of the paragraph make its lines; an empty one has its mark's size. */
    private double largest() {
      return Ooxml.descendants(paragraph, "r").stream()
          .filter(run -> Ooxml.child(run, "t") != null)
          .mapToDouble(run -> size(styles.run(base, Ooxml.child(run, "rPr"))))
          .max()
          .orElseGet(
              () -> size(styles.run(base, Ooxml.child(Ooxml.child(paragraph, "pPr"), "rPr"))));
    }

    private String lineHeight(double size) {
      var line = number(says.get("spacing.line"), 240);
      return switch (says.getOrDefault("spacing.lineRule", "auto")) {
        case "exact" -> pt(line / TWIP);
        case "atLeast" -> pt(Math.max(line / TWIP, size * PdfFonts.LINE));
        default -> number(line / 240 * PdfFonts.LINE);
      };
    }

    private void align() {
      var how =
          switch (says.getOrDefault("jc.val", "left")) {
            case "both", "distribute" -> "justify";
            case "center" -> "center";
            case "right", "end" -> "end";
            default -> "start";
          };
      set(block, "text-align", how, "text-align-last", how.equals("justify") ? "start" : how);
    }

    private void space(String where) {
      var space = twips(says.get("spacing." + where), 0);
      set(block, "space-" + where, pt(space));
      if (place.inTable()) {
        set(block, "space-" + where + ".conditionality", "retain");
      }
    }

    /** Number or bullet, and the gap up to the text. */
    private void label(String label) {
      var run = styles.run(base, Ooxml.child(Ooxml.child(paragraph, "pPr"), "rPr"));
      text(label, run);
      gap(Math.max(left - at, size(run) / 3), "none");
    }

    private void children(Node parent) {
      for (var child : Ooxml.children(parent)) {
        switch (child.getLocalName()) {
          case "r" -> run(child);
          case "hyperlink", "ins", "smartTag" -> children(child);
          case "sdt" -> children(Ooxml.child(child, "sdtContent"));
          case "fldSimple" -> {
            if (!page(String.valueOf(Ooxml.attr(child, "instr")), base)) {
              children(child);
            }
          }
          default -> {}
        }
      }
    }

    private void run(Element run) {
      var look = styles.run(base, Ooxml.child(run, "rPr"));
      if (WordStyles.on(look, "vanish")) {
        return;
      }
      for (var child : Ooxml.children(run)) {
        switch (child.getLocalName()) {
          case "fldChar" -> field(String.valueOf(Ooxml.attr(child, "fldCharType")), look);
          case "instrText" -> instruction += child.getTextContent();
          case "t" -> {
            if (field == 0 || field == 2 && !ofPage) {
              text(child.getTextContent(), look);
            }
          }
          case "noBreakHyphen" -> text("\u2011", look);
          case "tab" -> tab(child, look);
          case "cr" -> lineBreak(look);
          case "br" -> {
            if ("page".equals(Ooxml.attr(child, "type"))) {
              pageBreak();
            } else {
              lineBreak(look);
            }
          }
          case "drawing" -> picture(child);
          default -> {}
        }
      }
    }

    private void field(String step, Map<String, String> look) {
      switch (step) {
        case "begin" -> {
          field = 1;
          instruction = "";
          ofPage = false;
        }
        case "separate" -> {
          field = 2;
          ofPage = page(instruction, look);
        }
        default -> {
          if (field == 1) {
            page(instruction, look);
          }
          field = 0;
        }
      }
    }

    private boolean page(String code, Map<String, String> look) {
      var name = code.strip().toUpperCase(Locale.ROOT).split("\\s+")[0];
      if (name.equals("PAGE")) {
        element(inline(look), "page-number");
      } else if (name.equals("NUMPAGES")) {
        set(element(inline(look), "page-number-citation-last"), "ref-id", LAST_BLOCK);
      } else {
        return false;
      }
      written = true;
      return true;
    }

    private void lineBreak(Map<String, String> look) {
      inline(look).appendChild(fo.createTextNode("\n"));
      at = left;
      written = true;
    }

    private void pageBreak() {
      var before = block;
      open((Element) before.getParentNode());
      set(block, "break-before", "page");
      set(block, "space-before", "0pt", "text-indent", "0pt");
      if (before.getFirstChild() == null) {
        Ooxml.remove(before);
      }
      at = left;
    }

    private void text(String raw, Map<String, String> look) {
      var style = style(look);
      var text = raw.replace('\n', ' ').replace('\r', ' ');
      if (WordStyles.on(look, "caps") || WordStyles.on(look, "smallCaps")) {
        text = text.toUpperCase(Locale.ROOT);
      }
      text = breakable(PdfFonts.drawable(text, style), style, size(look));
      if (!text.isEmpty()) {
        inline(look).appendChild(fo.createTextNode(text));
        at += PdfFonts.width(text.replace("\u200B", ""), style, size(look));
        written = true;
      }
    }

    /** A word that is longer than the line may be broken anywhere: it must not run off the page. */
    private String breakable(String text, String style, double size) {
      if (PdfFonts.width(text, style, size) <= place.width()) {
        return text;
      }
      var words = new StringBuilder();
      for (var word : text.split("(?<=[ -])")) {
        words.append(
            PdfFonts.width(word, style, size) > place.width() - left - right
                ? String.join("\u200B", word.split("(?<=.)"))
                : word);
      }
      return words.toString();
    }

    private Element inline(Map<String, String> look) {
      var inline = element(block, "inline");
      set(inline, "font-size", pt(size(look)));
      if (WordStyles.on(look, "b")) {
        set(inline, "font-weight", "bold");
      }
      if (WordStyles.on(look, "i")) {
        set(inline, "font-style", "italic");
      }
      if (WordStyles.on(look, "u")) {
        set(inline, "text-decoration", "underline");
      } else if (WordStyles.on(look, "strike")) {
        set(inline, "text-decoration", "line-through");
      }
      var color = look.get("color.val");
      if (color != null && color.matches("[0-9A-Fa-f]{6}")) {
        set(inline, "color", "#" + color);
      }
      switch (look.getOrDefault("vertAlign.val", "")) {
        case "superscript" -> set(inline, "baseline-shift", "super");
        case "subscript" -> set(inline, "baseline-shift", "sub");
        default -> {}
      }
      return inline;
    }

    /** Up to the next stop: as measured, since the text before it is known. */
    private void tab(Element tab, Map<String, String> look) {
      var stop =
          tabs.stream()
              .filter(one -> one.at() > at + 0.5)
              .findFirst()
              .orElseGet(
                  () ->
                      new Tab(
                          "left",
                          Math.max(left, (Math.floor(at / DEFAULT_TAB) + 1) * DEFAULT_TAB),
                          ""));
      var following =
          switch (stop.kind()) {
            case "right", "end" -> widthAfter(tab);
            case "center" -> widthAfter(tab) / 2;
            default -> 0.0;
          };
      gap(Math.max(stop.at() - at - following, 1), stop.leader());
    }

    private double widthAfter(Element tab) {
      var width = 0.0;
      var reached = false;
      for (var one :
          Ooxml.descendants(paragraph, part -> Ooxml.is(part, "t") || Ooxml.is(part, "tab"))) {
        if (reached && Ooxml.is(one, "tab")) {
          break;
        }
        if (reached) {
          var look = styles.run(base, Ooxml.child(one.getParentNode(), "rPr"));
          width += PdfFonts.width(one.getTextContent(), style(look), size(look));
        }
        reached |= one == tab;
      }
      return width;
    }

    private void gap(double length, String leader) {
      var gap = element(block, "leader");
      set(gap, "leader-length", pt(length));
      switch (leader) {
        case "dot", "middleDot" -> set(gap, "leader-pattern", "dots");
        case "underscore", "hyphen", "heavy" ->
            set(gap, "leader-pattern", "rule", "rule-thickness", "0.5pt");
        default -> set(gap, "leader-pattern", "space");
      }
      at += length;
      written = true;
    }

    private void picture(Element drawing) {
      var picture = PictureOf.drawing(drawing);
      if (picture == null) {
        return;
      }
      var part = file.relations(partOf(drawing)).get(picture.id());
      var kind = part.toLowerCase(Locale.ROOT).endsWith(".png") ? "png" : "jpeg";
      var graphic = element(block, "external-graphic");
      set(
          graphic,
          "src",
          "data:image/%s;base64,%s"
              .formatted(kind, Base64.getEncoder().encodeToString(file.parts().get(part))));
      set(graphic, "content-width", pt(picture.width()), "content-height", pt(picture.height()));
      at += picture.width();
      written = true;
    }

    private String partOf(Node node) {
      var root = node.getOwnerDocument();
      return file.parts().keySet().stream()
          .filter(name -> name.startsWith("word/") && name.endsWith(".xml"))
          .filter(name -> file.tree(name) == root)
          .findFirst()
          .orElse(WordFile.DOCUMENT);
    }
  }

  /** A picture in the line: the relationship to its file, and its size in points. */
  private record PictureOf(String id, double width, double height) {

    static PictureOf drawing(Element drawing) {
      var extent =
          Ooxml.descendants(
              drawing,
              one -> Ooxml.WP.equals(one.getNamespaceURI()) && "extent".equals(one.getLocalName()));
      var blip =
          Ooxml.descendants(
              drawing,
              one -> Ooxml.A.equals(one.getNamespaceURI()) && "blip".equals(one.getLocalName()));
      return extent.isEmpty() || blip.isEmpty()
          ? null
          : new PictureOf(
              blip.getFirst().getAttributeNS(Ooxml.R, "embed"),
              Double.parseDouble(extent.getFirst().getAttribute("cx")) / EMU,
              Double.parseDouble(extent.getFirst().getAttribute("cy")) / EMU);
    }
  }

  private static double size(Map<String, String> look) {
    return number(look.get("sz.val"), 20) / 2;
  }

  private static String style(Map<String, String> look) {
    return PdfFonts.style(WordStyles.on(look, "b"), WordStyles.on(look, "i"));
  }

  // tables

  private void table(Element parent, Element table, Place place) {
    var properties = Ooxml.child(table, "tblPr");
    var says = styles.table(properties);
    var grid = new WordGrid(table);
    if (grid.rows().isEmpty()) {
      return;
    }
    var width = grid.width();
    var result = element(parent, "table");
    set(result, "table-layout", "fixed", "width", pt(width), "border-collapse", "collapse");
    var indent =
        switch (says.getOrDefault("jc.val", "left")) {
          case "center" -> (place.width() - width) / 2;
          case "right", "end" -> place.width() - width;
          default -> twips(says.get("tblInd.w"), 0);
        };
    set(result, "start-indent", pt(indent), "end-indent", "0pt", "text-indent", "0pt");
    for (var column : grid.columns()) {
      set(element(result, "table-column"), "column-width", pt(column));
    }
    var heads = grid.heads() < grid.rows().size() ? grid.heads() : 0;
    if (heads > 0) {
      rows(element(result, "table-header"), grid, 0, heads, says, properties);
    }
    rows(element(result, "table-body"), grid, heads, grid.rows().size(), says, properties);
  }

  private void rows(
      Element part, WordGrid grid, int from, int to, Map<String, String> says, Element properties) {
    set(part, "start-indent", "0pt", "end-indent", "0pt");
    for (var i = from; i < to; i++) {
      var row = grid.rows().get(i);
      var result = element(part, "table-row");
      var rules = WordStyles.flat(Ooxml.child(row.element(), "trPr"));
      if (WordStyles.on(rules, "cantSplit")) {
        set(result, "keep-together.within-page", "always");
      }
      if (rules.containsKey("trHeight.val")) {
        set(result, "height", pt(twips(rules.get("trHeight.val"), 0)));
      }
      for (var cell : row.cells()) {
        if (!cell.continued()) {
          cell(result, grid, i, cell, says, properties);
        }
      }
    }
  }

  private void cell(
      Element row,
      WordGrid grid,
      int index,
      WordGrid.Cell cell,
      Map<String, String> says,
      Element properties) {
    var own = WordStyles.flat(Ooxml.child(cell.element(), "tcPr"));
    var result = element(row, "table-cell");
    if (cell.columns() > 1) {
      set(result, "number-columns-spanned", String.valueOf(cell.columns()));
    }
    if (cell.rows() > 1) {
      set(result, "number-rows-spanned", String.valueOf(cell.rows()));
    }
    var lastRow = index + cell.rows() == grid.rows().size();
    var lastColumn = cell.column() + cell.columns() == grid.columns().size();
    side(result, "top", own, says, index == 0 ? "top" : "insideH");
    side(result, "bottom", own, says, lastRow ? "bottom" : "insideH");
    side(result, "left", own, says, cell.column() == 0 ? "left" : "insideV");
    side(result, "right", own, says, lastColumn ? "right" : "insideV");
    var room = cell.width();
    for (var side : new String[] {"left", "right", "top", "bottom"}) {
      var margin =
          twips(
              own.getOrDefault("tcMar." + side + ".w", says.get("tblCellMar." + side + ".w")),
              side.equals("left") || side.equals("right") ? 108 : 0);
      set(result, "padding-" + side, pt(margin));
      room -= side.equals("left") || side.equals("right") ? margin : 0;
    }
    set(
        result,
        "display-align",
        switch (own.getOrDefault("vAlign.val", "top")) {
          case "center" -> "center";
          case "bottom" -> "after";
          default -> "before";
        });
    fill(result, own);
    blocks(
        result,
        Ooxml.children(cell.element()),
        new Place(room, true, styles.tableParagraphs(properties)));
    if (result.getFirstChild() == null) {
      element(result, "block");
    }
  }

  private static void side(
      Element cell, String side, Map<String, String> own, Map<String, String> table, String from) {
    if (own.containsKey("tcBorders." + side)) {
      border(cell, side, own, "tcBorders." + side);
    } else {
      border(cell, side, table, "tblBorders." + from);
    }
  }

  // looks

  /** Draws a border if there is one. */
  private static boolean border(
      Element element, String side, Map<String, String> says, String name) {
    var kind = says.getOrDefault(name + ".val", "nil");
    if (kind.equals("nil") || kind.equals("none")) {
      return false;
    }
    var style =
        switch (kind) {
          case "double", "thinThickSmallGap", "thickThinSmallGap", "triple" -> "double";
          case "dotted" -> "dotted";
          case "dashed", "dashSmallGap", "dotDash" -> "dashed";
          default -> "solid";
        };
    // thinner ones get lost on a screen
    var width = Math.max(number(says.get(name + ".sz"), 4) / 8, THINNEST_BORDER);
    var color = says.getOrDefault(name + ".color", "auto");
    set(element, "border-" + side + "-style", style);
    set(element, "border-" + side + "-width", pt(style.equals("double") ? width * 3 : width));
    set(
        element,
        "border-" + side + "-color",
        color.matches("[0-9A-Fa-f]{6}") ? "#" + color : "#000000");
    return true;
  }

  private static void fill(Element element, Map<String, String> says) {
    var color = says.getOrDefault("shd.fill", "auto");
    if (color.matches("[0-9A-Fa-f]{6}") && !color.equalsIgnoreCase("FFFFFF")) {
      set(element, "background-color", "#" + color);
    }
  }

  private Element element(Node parent, String name) {
    var element = fo.createElementNS(FO, "fo:" + name);
    parent.appendChild(element);
    return element;
  }

  private static void set(Element element, String... namesAndValues) {
    for (var i = 0; i < namesAndValues.length; i += 2) {
      var name = namesAndValues[i];
      if (name.startsWith("xml:")) {
        element.setAttributeNS("http://www.w3.org/XML/1998/namespace", name, namesAndValues[i + 1]);
      } else {
        element.setAttribute(name, namesAndValues[i + 1]);
      }
    }
  }

  static double twips(String value, double otherwise) {
    return number(value, otherwise) / TWIP;
  }

  private static double number(String value, double otherwise) {
    try {
      return value == null || value.isEmpty() ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String pt(double points) {
    return number(points) + "pt";
  }
}
