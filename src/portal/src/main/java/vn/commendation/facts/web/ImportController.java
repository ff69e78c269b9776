package vn.commendation.facts.web;

import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.Directory;
import vn.commendation.facts.ImportPreview;
import vn.commendation.facts.ImportRefused;
import vn.commendation.facts.RegisterImports;
import vn.commendation.facts.RegisterKind;
import vn.commendation.spreadsheet.ListExports;
import vn.commendation.spreadsheet.SheetRefused;
import vn.commendation.storage.Download;

/** From a spreadsheet into a register: template, upload, look, import. */
@Controller
@RequestMapping("/registers/import")
class ImportController {

  private static final String UPLOAD = "/{id:[0-9a-f-]{36}}";
  private static final int ROWS_SHOWN = 50;

  private final RegisterImports imports;
  private final Desk desk;

  ImportController(RegisterImports imports, Directory directory) {
    this.imports = imports;
    this.desk = new Desk(directory);
  }

  @GetMapping
  String choose(Principal user, Model model) {
    if (!desk.mayWrite(user.getName())) {
      throw new AccessDeniedException(user.getName());
    }
    model.addAttribute("kinds", RegisterKind.values());
    return "facts/import";
  }

  @GetMapping("/template/{kind}")
  ResponseEntity<byte[]> template(@PathVariable RegisterKind kind, Principal user) {
    return new Download(
            "mau-" + kind.name().toLowerCase(Locale.ROOT) + ".xlsx",
            ListExports.XLSX,
            imports.template(kind, user.getName()))
        .response();
  }

  @PostMapping
  ModelAndView upload(
      @RequestParam RegisterKind kind,
      @RequestParam(required = false) MultipartFile file,
      Principal user,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return refused(
          "import-refused.no-file", new Object[0], HttpStatus.UNPROCESSABLE_ENTITY, user, model);
    }
    if (file.getSize() > RegisterImports.LARGEST) {
      return refused(
          "import-refused.too-large", new Object[0], HttpStatus.PAYLOAD_TOO_LARGE, user, model);
    }
    try {
      var id = imports.upload(kind, file.getOriginalFilename(), file.getBytes(), user.getName());
      return new ModelAndView("redirect:/registers/import/" + id);
    } catch (ImportRefused refusal) {
      return refused(
          "import-refused." + refusal.code(),
          refusal.args(),
          HttpStatus.UNPROCESSABLE_ENTITY,
          user,
          model);
    } catch (SheetRefused refusal) {
      return refused(
          "sheet-refused." + refusal.code(),
          refusal.args(),
          HttpStatus.UNPROCESSABLE_ENTITY,
          user,
          model);
    }
  }

  @GetMapping(UPLOAD)
  String preview(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var preview = find(id, user);
    var rows = preview.rows();
    var last = Math.max(0, (rows.size() - 1) / ROWS_SHOWN);
    var number = Math.clamp(page, 0, last);
    model.addAttribute("preview", preview);
    model.addAttribute(
        "rows",
        rows.subList(number * ROWS_SHOWN, Math.min(rows.size(), (number + 1) * ROWS_SHOWN)));
    model.addAttribute("number", number);
    model.addAttribute("last", last);
    return "facts/import-preview";
  }

  @PostMapping(UPLOAD + "/confirm")
  ModelAndView confirm(
      @PathVariable String id, Principal user, Model model, RedirectAttributes redirect) {
    try {
      imports.confirm(id, user.getName());
    } catch (NoSuchElementException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    } catch (ImportRefused refusal) {
      model.addAttribute("refused", "import-refused." + refusal.code());
      model.addAttribute("args", refusal.args());
      return new ModelAndView(
          preview(id, 0, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", "import.flash.done");
    return new ModelAndView("redirect:/registers/import/{id}");
  }

  private ImportPreview find(String id, Principal user) {
    try {
      return imports.preview(id, user.getName());
    } catch (NoSuchElementException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private ModelAndView refused(
      String key, Object[] args, HttpStatus status, Principal user, Model model) {
    model.addAttribute("refused", key);
    model.addAttribute("args", args);
    return new ModelAndView(choose(user, model), model.asMap(), status);
  }
}
