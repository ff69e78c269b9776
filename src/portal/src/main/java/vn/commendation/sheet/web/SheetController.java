package vn.commendation.sheet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.sheet.NominationSheets;
import vn.commendation.sheet.RowProblem;
import vn.commendation.sheet.RowState;
import vn.commendation.sheet.SheetColumn;
import vn.commendation.sheet.SheetConflict;
import vn.commendation.sheet.SheetLine;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;
import vn.commendation.spreadsheet.ListExports;
import vn.commendation.spreadsheet.SheetRefused;
import vn.commendation.storage.Download;

/** From a spreadsheet to many nominations: template, upload, look, import, send. */
@Controller
@RequestMapping("/nominations/sheets")
class SheetController {

  private static final String SHEET = "/{id:[0-9a-f-]{36}}";
  private static final String PATH = "redirect:/nominations/sheets";
  private static final int ROWS_SHOWN = 50;

  private final NominationSheets sheets;
  private final SheetEvents events;
  private final MessageSource messages;
  private final DataSize largest;

  SheetController(
      NominationSheets sheets,
      MessageSource messages,
      @Value("${commendation.sheet.largest}") DataSize largest) {
    this.sheets = sheets;
    this.events = new SheetEvents(sheets);
    this.messages = messages;
    this.largest = largest;
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    events.stop();
  }

  @GetMapping
  ModelAndView list(Principal user) {
    return page(HttpStatus.OK, user);
  }

  @GetMapping("/template")
  ResponseEntity<byte[]> template(@RequestParam(required = false) Long campaign, Principal user) {
    return new Download(
            "bang-de-nghi.xlsx", ListExports.XLSX, sheets.template(campaign, user.getName()))
        .response();
  }

  @PostMapping
  ModelAndView upload(
      @RequestParam(required = false) Long campaign,
      @RequestParam(required = false) MultipartFile file,
      Principal user)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return refused(HttpStatus.UNPROCESSABLE_ENTITY, campaign, user, "no-file");
    }
    if (file.getSize() > largest.toBytes()) {
      return refused(
          HttpStatus.PAYLOAD_TOO_LARGE, campaign, user, "too-large", largest.toMegabytes());
    }
    try {
      return new ModelAndView(
          PATH
              + "/"
              + sheets.upload(
                  campaign, file.getOriginalFilename(), file.getBytes(), user.getName()));
    } catch (SheetRefused refusal) {
      return refused(
          HttpStatus.UNPROCESSABLE_ENTITY, campaign, user, refusal.code(), refusal.args());
    } catch (SheetConflict conflict) {
      return page(HttpStatus.CONFLICT, user)
          .addObject("refused", "sheet-conflict." + conflict.code())
          .addObject("chosen", campaign);
    }
  }

  @GetMapping(SHEET)
  String view(
      @PathVariable String id,
      @RequestParam(required = false) RowState state,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    model.addAttribute("sheet", sheets.find(id, user.getName()));
    model.addAttribute("state", state);
    model.addAttribute("states", RowState.values());
    model.addAttribute("columns", SheetColumn.values());
    model.addAttribute(
        "page",
        sheets.rows(id, state, user.getName(), PageRequest.of(Math.max(page, 0), ROWS_SHOWN)));
    return "sheet/view";
  }

  /** The rows with what came of them, to mend the file by. */
  @GetMapping(path = SHEET, params = "format=xlsx")
  ListExport<SheetLine> export(
      @PathVariable String id, @RequestParam(required = false) RowState state, Principal user) {
    var export =
        ListExport.<SheetLine>of("sheet.export", "ket-qua-kiem-tra")
            .filter("sheet.file", sheets.find(id, user.getName()).fileName())
            .filter("sheet.state", Label.of("row-state.", state))
            .column("sheet.row", SheetLine::number)
            .column("sheet.state", line -> Label.of("row-state.", line.state()))
            .wide("sheet.problems", this::problems)
            .column("sheet-heading.SUBJECT", line -> line.cell(SheetColumn.SUBJECT))
            .column("sheet-heading.PERSON", line -> line.cell(SheetColumn.PERSON))
            .column("sheet-heading.AWARD", line -> line.cell(SheetColumn.AWARD))
            .column("sheet-heading.TITLE", line -> line.cell(SheetColumn.TITLE))
            .column("sheet-heading.FROM", line -> line.day(SheetColumn.FROM))
            .column("sheet-heading.TO", line -> line.day(SheetColumn.TO));
    return export.rows(page -> sheets.rows(id, state, user.getName(), page));
  }

  private String problems(SheetLine line) {
    return line.problems().stream().map(this::shown).collect(Collectors.joining("\n"));
  }

  private String shown(RowProblem problem) {
    var locale = LocaleContextHolder.getLocale();
    var text = messages.getMessage(problem.key(), problem.args().toArray(), locale);
    return problem.column() == null
        ? text
        : messages.getMessage("sheet-heading." + problem.column(), null, locale) + ": " + text;
  }

  @GetMapping(path = SHEET + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable String id, Principal user) {
    sheets.progress(id, user.getName());
    return events.of(id);
  }

  @PostMapping(SHEET + "/confirm")
  String confirm(@PathVariable String id, Principal user) {
    sheets.confirm(id, user.getName());
    return PATH + "/" + id;
  }

  @PostMapping(SHEET + "/recheck")
  String recheck(@PathVariable String id, Principal user) {
    sheets.recheck(id, user.getName());
    return PATH + "/" + id;
  }

  @PostMapping(SHEET + "/send")
  String send(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean withoutEvidence,
      Principal user) {
    sheets.send(id, !withoutEvidence, user.getName());
    return PATH + "/" + id;
  }

  @PostMapping(SHEET + "/discard")
  String discard(@PathVariable String id, Principal user, RedirectAttributes redirect) {
    sheets.discard(id, user.getName());
    redirect.addFlashAttribute("flash", "sheet.flash.discarded");
    return PATH;
  }

  /** The page was overtaken: what it offered is not to be done any more. */
  @ExceptionHandler(SheetConflict.class)
  ModelAndView overtaken(SheetConflict conflict, Principal user) {
    return page(HttpStatus.CONFLICT, user)
        .addObject("refused", "sheet-conflict." + conflict.code());
  }

  @ExceptionHandler(NoSuchElementException.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  private ModelAndView refused(
      HttpStatus status, Long campaign, Principal user, String code, Object... args) {
    return page(status, user)
        .addObject("refused", "sheet-refused." + code)
        .addObject("args", args)
        .addObject("chosen", campaign);
  }

  private ModelAndView page(HttpStatus status, Principal user) {
    return new ModelAndView("sheet/list", status)
        .addObject("campaigns", sheets.campaigns(user.getName()))
        .addObject("sheets", sheets.list(user.getName()))
        .addObject("largest", largest.toMegabytes());
  }
}
