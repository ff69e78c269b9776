package vn.commendation.document.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
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
import vn.commendation.document.DocumentFormat;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.FormalDocuments;
import vn.commendation.storage.FileRefused;
import vn.commendation.storage.Upload;

/** One formal document: its versions, their files, the signed copy. */
@Controller
@RequestMapping("/documents/{kind}/{subject:[0-9A-Za-z-]{1,64}}")
class DocumentController {

  private static final String VERSION = "/versions/{version:\\d{1,6}}";

  private final FormalDocuments documents;

  DocumentController(FormalDocuments documents) {
    this.documents = documents;
  }

  @GetMapping
  String view(
      @PathVariable DocumentKind kind, @PathVariable String subject, Principal user, Model model) {
    model.addAttribute("document", documents.details(kind, subject, user.getName()));
    return "document/view";
  }

  @PostMapping("/draw-up")
  String drawUp(
      @PathVariable DocumentKind kind,
      @PathVariable String subject,
      Principal user,
      RedirectAttributes redirect) {
    documents.request(kind, subject, user.getName());
    redirect.addFlashAttribute("flash", "document.flash.queued");
    return "redirect:/documents/{kind}/{subject}";
  }

  @GetMapping(VERSION + "/docx")
  ResponseEntity<byte[]> docx(
      @PathVariable DocumentKind kind,
      @PathVariable String subject,
      @PathVariable int version,
      Principal user) {
    return file(kind, subject, version, DocumentFormat.DOCX, user);
  }

  @GetMapping(VERSION + "/pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable DocumentKind kind,
      @PathVariable String subject,
      @PathVariable int version,
      Principal user) {
    return file(kind, subject, version, DocumentFormat.PDF, user);
  }

  @GetMapping(VERSION + "/signed/{copy:\\d{1,18}}")
  ResponseEntity<byte[]> signed(
      @PathVariable DocumentKind kind,
      @PathVariable String subject,
      @PathVariable int version,
      @PathVariable long copy,
      Principal user) {
    return documents.signedCopy(kind, subject, version, copy, user.getName()).response();
  }

  @PostMapping(VERSION + "/signed")
  ModelAndView attach(
      @PathVariable DocumentKind kind,
      @PathVariable String subject,
      @PathVariable int version,
      @RequestParam(required = false) MultipartFile file,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    try {
      documents.attach(kind, subject, version, upload(file), user.getName());
    } catch (FileRefused refused) {
      return view(kind, subject, user)
          .addObject("fileProblem", "document-file." + refused.code())
          .addObject("fileArgs", refused.args().toArray());
    } catch (DocumentRefused refused) {
      if (!refused.code().equals("unreadable-pdf") && !refused.code().equals("attached-already")) {
        throw refused;
      }
      return view(kind, subject, user)
          .addObject("fileProblem", "document-refused." + refused.code())
          .addObject("fileArgs", new Object[0]);
    }
    redirect.addFlashAttribute("flash", "document.flash.attached");
    return new ModelAndView("redirect:/documents/{kind}/{subject}");
  }

  private ModelAndView view(DocumentKind kind, String subject, Principal user) {
    return new ModelAndView("document/view", HttpStatus.UNPROCESSABLE_ENTITY)
        .addObject("document", documents.details(kind, subject, user.getName()));
  }

  private ResponseEntity<byte[]> file(
      DocumentKind kind, String subject, int version, DocumentFormat format, Principal user) {
    return documents.download(kind, subject, version, format, user.getName()).response();
  }

  static Upload upload(MultipartFile file) throws IOException {
    return file == null || file.getOriginalFilename() == null
        ? new Upload("", InputStream.nullInputStream())
        : new Upload(file.getOriginalFilename(), file.getInputStream());
  }
}
