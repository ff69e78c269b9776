package vn.commendation.document.web;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentTemplates;
import vn.commendation.storage.FileRefused;

/** The templates of formal documents, for the Office to change. */
@Controller
@RequestMapping("/registers/templates")
class TemplateController {

  private final DocumentTemplates templates;

  TemplateController(DocumentTemplates templates) {
    this.templates = templates;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("templates", templates.list());
    return "document/templates";
  }

  @GetMapping("/{kind}")
  ModelAndView view(@PathVariable DocumentKind kind) {
    return page(HttpStatus.OK, kind);
  }

  @GetMapping("/{kind}/versions/{version:\\d{1,6}}")
  ResponseEntity<byte[]> download(@PathVariable DocumentKind kind, @PathVariable int version) {
    return templates.download(kind, version).response();
  }

  @PostMapping("/{kind}")
  ModelAndView upload(
      @PathVariable DocumentKind kind,
      @RequestParam(required = false) MultipartFile file,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    try {
      templates.upload(kind, DocumentController.upload(file), user.getName());
    } catch (FileRefused refused) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, kind)
          .addObject("fileProblem", "document-file." + refused.code())
          .addObject("fileArgs", refused.args().toArray());
    } catch (DocumentRefused refused) {
      return refused(kind, refused);
    }
    redirect.addFlashAttribute("flash", "document.flash.template-changed");
    return new ModelAndView("redirect:/registers/templates/{kind}");
  }

  @PostMapping("/{kind}/restore")
  ModelAndView restore(
      @PathVariable DocumentKind kind,
      @RequestParam int version,
      Principal user,
      RedirectAttributes redirect) {
    try {
      templates.restore(kind, version, user.getName());
    } catch (DocumentRefused refused) {
      return refused(kind, refused);
    }
    redirect.addFlashAttribute("flash", "document.flash.template-restored");
    return new ModelAndView("redirect:/registers/templates/{kind}");
  }

  private ModelAndView refused(DocumentKind kind, DocumentRefused refused) {
    if (!refused.code().equals("template")) {
      throw refused;
    }
    return page(HttpStatus.UNPROCESSABLE_ENTITY, kind).addObject("problems", refused.args());
  }

  private ModelAndView page(HttpStatus status, DocumentKind kind) {
    return new ModelAndView("document/template", status)
        .addObject("kind", kind)
        .addObject("fields", templates.fields(kind))
        .addObject("versions", templates.versions(kind))
        .addObject("problems", List.of());
  }
}
