package vn.commendation.publication.web;

import java.io.IOException;
import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Awards;
import vn.commendation.directory.Directory;
import vn.commendation.publication.PublicationRefused;
import vn.commendation.publication.Stories;
import vn.commendation.publication.Withholdings;

/** Writing, publishing and withdrawing stories. */
@Controller
@RequestMapping("/stories/manage")
class StoryDeskController {

  private static final int PAGE_SIZE = 20;
  private static final String ID = "/{id:[0-9a-f-]{36}}";
  private static final String FIELDS = "fields";
  private static final String BACK = "redirect:/stories/manage/";

  private final Stories stories;
  private final Awards awards;
  private final Directory directory;

  StoryDeskController(Stories stories, Awards awards, Directory directory) {
    this.stories = stories;
    this.awards = awards;
    this.directory = directory;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Principal user, Model model) {
    model.addAttribute(
        "page", stories.all(user.getName(), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    model.addAttribute("writes", Withholdings.mayKeep(directory.account(user.getName())));
    return "publication/story-list";
  }

  @GetMapping("/new")
  ModelAndView write() {
    return form(HttpStatus.OK, null)
        .addObject(
            FIELDS, new StoryFields(null, 0, null, null, null, null, null, false, null, null));
  }

  @GetMapping(ID)
  String view(@PathVariable String id, Principal user, Model model) {
    model.addAttribute("details", stories.details(id, user.getName()));
    return "publication/story-desk";
  }

  @GetMapping(ID + "/edit")
  ModelAndView edit(@PathVariable String id, Principal user) {
    var story = stories.details(id, user.getName()).story();
    return form(HttpStatus.OK, story.pictureSha256())
        .addObject(FIELDS, StoryFields.of(story.text()));
  }

  @PostMapping
  ModelAndView save(
      @ModelAttribute(FIELDS) StoryFields fields,
      BindingResult binding,
      @RequestParam(required = false) MultipartFile picture,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    if (binding.hasErrors()) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, fields, user);
    }
    var chosen = picture != null && !picture.isEmpty();
    try {
      stories.save(
          fields.form(),
          chosen ? picture.getOriginalFilename() : null,
          chosen ? picture.getInputStream() : null,
          fields.removePicture(),
          user.getName());
    } catch (PublicationRefused refusal) {
      if (refusal.field() == null) {
        binding.reject(refusal.textKey());
        return again(HttpStatus.CONFLICT, fields, user);
      }
      if (refusal.field().equals("picture")) {
        binding.reject(refusal.textKey());
      } else {
        binding.rejectValue(refusal.field(), refusal.textKey());
      }
      return again(HttpStatus.UNPROCESSABLE_ENTITY, fields, user);
    }
    redirect.addFlashAttribute("flash", "publication.flash.story-saved");
    return new ModelAndView(BACK + fields.id());
  }

  @PostMapping(ID + "/publish")
  ModelAndView publish(
      @PathVariable String id,
      @RequestParam int version,
      Principal user,
      RedirectAttributes redirect) {
    return act(
        id,
        () -> stories.publish(id, version, user.getName()),
        "publication.flash.story-published",
        user,
        redirect);
  }

  @PostMapping(ID + "/withdraw")
  ModelAndView withdraw(
      @PathVariable String id,
      @RequestParam(required = false) String reason,
      Principal user,
      RedirectAttributes redirect) {
    return act(
        id,
        () -> stories.withdraw(id, reason, user.getName()),
        "publication.flash.story-withdrawn",
        user,
        redirect);
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView unknown() {
    return new ModelAndView("error", HttpStatus.NOT_FOUND).addObject("status", 404);
  }

  private ModelAndView act(
      String id, Runnable action, String done, Principal user, RedirectAttributes redirect) {
    try {
      action.run();
    } catch (PublicationRefused refusal) {
      var status = refusal.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
      return new ModelAndView("publication/story-desk", status)
          .addObject("details", stories.details(id, user.getName()))
          .addObject("refused", refusal.textKey());
    }
    redirect.addFlashAttribute("flash", done);
    return new ModelAndView(BACK + id);
  }

  private ModelAndView again(HttpStatus status, StoryFields fields, Principal user) {
    String picture = null;
    if (fields.version() > 0) {
      picture = stories.details(fields.id(), user.getName()).story().pictureSha256();
    }
    return form(status, picture);
  }

  private ModelAndView form(HttpStatus status, String picture) {
    var page = new ModelAndView("publication/story-edit", status);
    page.addObject("picture", picture);
    page.addObject("subjects", stories.subjects());
    page.addObject(
        "awards", awards.all().stream().collect(Collectors.toMap(one -> one.code(), one -> one)));
    return page;
  }
}
