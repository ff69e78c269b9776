package vn.commendation.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Whether documents can be drawn up with a template: a DOCX without macros, objects or anything
 * from outside, with known placeholders only, of parts that the PDF can show, and tried out.
 */
@Component
class TemplateCheck {

  private static final Logger log = LoggerFactory.getLogger(TemplateCheck.class);

  /** What FoWriter would leave out of the PDF. */
  private static final Set<String> NOT_DRAWN =
      Set.of("pict", "object", "txbxContent", "footnoteReference", "endnoteReference", "altChunk");

  private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");

  private final PdfRenderer renderer;

  TemplateCheck(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  /** What is wrong with the template; empty if nothing is. */
  List<TemplateProblem> problems(byte[] content, List<DocumentField> fields) {
    WordTemplate template;
    var problems = new ArrayList<TemplateProblem>();
    try {
      var file = WordFile.read(content);
      dangerous(file, problems);
      if (!problems.isEmpty()) {
        return problems;
      }
      template = WordTemplate.read(content);
      problems.addAll(template.check(fields));
      notDrawn(template.file(), problems);
    } catch (DocumentRefused refused) {
      return List.of(new TemplateProblem(refused.code().replace("template-", ""), ""));
    }
    if (problems.isEmpty()) {
      tryOut(template, fields, problems);
    }
    return problems;
  }

  private static void dangerous(WordFile file, List<TemplateProblem> problems) {
    for (var part : file.parts().keySet()) {
      var name = part.toLowerCase(Locale.ROOT);
      if (name.contains("vbaproject") || name.contains("vbadata")) {
        problems.add(new TemplateProblem("macro", part));
      } else if (name.contains("/embeddings/") || name.contains("/activex/")) {
        problems.add(new TemplateProblem("object", part));
      } else if (name.endsWith(".rels")) {
        for (var relation : Ooxml.children(file.tree(part).getDocumentElement())) {
          if ("External".equalsIgnoreCase(relation.getAttribute("TargetMode"))) {
            problems.add(new TemplateProblem("external", relation.getAttribute("Target")));
          }
        }
      }
    }
    for (var type : Ooxml.children(file.tree("[Content_Types].xml").getDocumentElement())) {
      if (type.getAttribute("ContentType").toLowerCase(Locale.ROOT).contains("macroenabled")) {
        problems.add(new TemplateProblem("macro", type.getAttribute("PartName")));
      }
    }
  }

  private static void notDrawn(WordFile file, List<TemplateProblem> problems) {
    for (var part : file.parts().keySet()) {
      if (!part.matches("word/(document|header\\d*|footer\\d*)\\.xml")) {
        continue;
      }
      var root = file.tree(part).getDocumentElement();
      Ooxml.descendants(root, TemplateCheck::isNotDrawn).stream()
          .map(Element::getLocalName)
          .distinct()
          .forEach(name -> problems.add(new TemplateProblem("not-drawn", name)));
      if (!Ooxml.descendants(root, one -> CHANGES.contains(one.getLocalName())).isEmpty()) {
        problems.add(new TemplateProblem("tracked-changes", ""));
      }
    }
  }

  private static boolean isNotDrawn(Element element) {
    return Ooxml.W.equals(element.getNamespaceURI()) && NOT_DRAWN.contains(element.getLocalName())
        || Ooxml.WP.equals(element.getNamespaceURI()) && element.getLocalName().equals("anchor");
  }

  private void tryOut(
      WordTemplate template, List<DocumentField> fields, List<TemplateProblem> problems) {
    try {
      renderer.render(template.fill(samples(fields)), "Mẫu", null);
    } catch (RuntimeException e) {
      log.info("A template could not be tried out", e);
      problems.add(new TemplateProblem("not-rendered", String.valueOf(e.getMessage())));
    }
  }

  /** Values to try a template with: every list with two rows. */
  static Map<String, Object> samples(List<DocumentField> fields) {
    var values = new HashMap<String, Object>();
    for (var field : fields) {
      values.put(
          field.name(),
          field.repeats()
              ? List.of(samples(field.columns()), samples(field.columns()))
              : field.sample());
    }
    return values;
  }

  /** Names of all fields, those of rows included. */
  static Set<String> names(List<DocumentField> fields) {
    var names = fields.stream().map(DocumentField::name).collect(Collectors.toSet());
    fields.forEach(field -> names.addAll(names(field.columns())));
    return names;
  }
}
