package vn.commendation.document;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes DỰ THẢO across every page of a DOCX, as Word itself does: in the headers. */
final class Watermark {

  static final String TEXT = "DỰ THẢO";

  private static final String OWN_HEADER = "word/headerDraft.xml";
  private static final String OWN_ID = "rIdDraft";
  private static final String SHAPE =
      """
      <w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
          xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
        <w:rPr><w:noProof/></w:rPr>
        <w:pict>
          <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
              path="m@7,l@8,m@5,21600l@6,21600e">
            <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
              <v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
              <v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
              <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
              <v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
            <v:path textpathok="t" o:connecttype="custom"
                o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
            <v:textpath on="t" fitshape="t"/>
          </v:shapetype>
          <v:shape id="PowerPlusWaterMarkObject%1$d" o:spid="_x0000_s%2$d" type="#_x0000_t136"
              style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:105pt;\
      rotation:315;z-index:-251658752;mso-position-horizontal:center;\
      mso-position-horizontal-relative:margin;mso-position-vertical:center;\
      mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">
            <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt;\
      font-weight:bold" string="%3$s"/>
          </v:shape>
        </w:pict>
      </w:r>""";

  private Watermark() {}

  static void add(WordFile file) {
    var relations = file.relations(WordFile.DOCUMENT);
    var marked = new HashSet<String>();
    var said = new HashSet<String>();
    for (var section :
        Ooxml.descendants(file.tree(WordFile.DOCUMENT).getDocumentElement(), "sectPr")) {
      for (var reference : Ooxml.children(section, "headerReference")) {
        said.add(Ooxml.attr(reference, "type"));
        var part = relations.get(reference.getAttributeNS(Ooxml.R, "id"));
        if (part != null && file.has(part) && marked.add(part)) {
          mark(file.tree(part).getDocumentElement(), marked.size());
        }
      }
      for (var kind : needed(section)) {
        if (said.add(kind)) {
          refer(file, section, kind);
        }
      }
    }
  }

  private static Set<String> needed(Element section) {
    return WordStyles.on(WordStyles.flat(section), "titlePg")
        ? Set.of("default", "first")
        : Set.of("default");
  }

  private static void mark(Element header, int number) {
    var shape =
        WordFile.parse(
            SHAPE.formatted(number, 2048 + number, TEXT).getBytes(StandardCharsets.UTF_8));
    var paragraph = Ooxml.child(header, "p");
    if (paragraph == null) {
      paragraph = Ooxml.create(header, "p");
      header.appendChild(paragraph);
    }
    paragraph.appendChild(
        header.getOwnerDocument().importNode(withoutBlanks(shape.getDocumentElement()), true));
  }

  /** What stands between elements only to be readable here. */
  private static Element withoutBlanks(Element element) {
    Node child = element.getFirstChild();
    while (child != null) {
      var next = child.getNextSibling();
      if (child instanceof Element below) {
        withoutBlanks(below);
      } else {
        element.removeChild(child);
      }
      child = next;
    }
    return element;
  }

  /** A header of its own for a section that has none to write in. */
  private static void refer(WordFile file, Element section, String kind) {
    if (!file.has(OWN_HEADER)) {
      file.add(
          OWN_HEADER,
          ("<w:hdr xmlns:w=\"" + Ooxml.W + "\"><w:p/></w:hdr>").getBytes(StandardCharsets.UTF_8));
      mark(file.tree(OWN_HEADER).getDocumentElement(), 99);
      var relations = file.tree(WordFile.relationsOf(WordFile.DOCUMENT)).getDocumentElement();
      var relation =
          relations.getOwnerDocument().createElementNS(Ooxml.RELATIONSHIPS, "Relationship");
      relation.setAttribute("Id", OWN_ID);
      relation.setAttribute("Type", Ooxml.R + "/header");
      relation.setAttribute("Target", "headerDraft.xml");
      relations.appendChild(relation);
      var types = file.tree("[Content_Types].xml").getDocumentElement();
      var type = types.getOwnerDocument().createElementNS(Ooxml.CONTENT_TYPES, "Override");
      type.setAttribute("PartName", "/" + OWN_HEADER);
      type.setAttribute(
          "ContentType",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml");
      types.appendChild(type);
    }
    var reference = Ooxml.create(section, "headerReference");
    reference.setAttributeNS(Ooxml.W, "w:type", kind);
    reference.setAttributeNS(Ooxml.R, "r:id", OWN_ID);
    section.insertBefore(reference, section.getFirstChild());
  }
}
