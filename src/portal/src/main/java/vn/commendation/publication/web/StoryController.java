package vn.commendation.publication.web;

import java.security.Principal;
import java.time.Duration;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.award.Awards;
import vn.commendation.directory.Directory;
import vn.commendation.publication.HonourRoll;
import vn.commendation.publication.Stories;

/** Stories of exemplary people, for everybody to read. */
@Controller
@RequestMapping("/stories")
class StoryController {

  private static final int PAGE_SIZE = 12;
  private static final String ID = "/{id:[0-9a-f-]{36}}";

  private final Stories stories;
  private final HonourRoll roll;
  private final Awards awards;
  private final Directory directory;

  StoryController(Stories stories, HonourRoll roll, Awards awards, Directory directory) {
    this.stories = stories;
    this.roll = roll;
    this.awards = awards;
    this.directory = directory;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Principal user, Model model) {
    model.addAttribute("page", stories.published(PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    model.addAttribute(
        "drafts", user != null && Stories.maySeeDrafts(directory.account(user.getName())));
    return "publication/stories";
  }

  @GetMapping(ID)
  String view(@PathVariable String id, Model model) {
    var story =
        stories.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("story", story);
    if (story.text().awardId() != null) {
      roll.find(story.text().awardId())
          .ifPresent(
              entry -> {
                model.addAttribute("entry", entry);
                model.addAttribute("award", awards.find(entry.awardCode()).orElseThrow());
              });
    }
    return "publication/story";
  }

  @GetMapping(ID + "/picture")
  ResponseEntity<byte[]> picture(@PathVariable String id, Principal user) {
    return jpeg(id, false, user);
  }

  @GetMapping(ID + "/thumbnail")
  ResponseEntity<byte[]> thumbnail(@PathVariable String id, Principal user) {
    return jpeg(id, true, user);
  }

  /** Asked for again after a minute: a story may be withdrawn. */
  private ResponseEntity<byte[]> jpeg(String id, boolean thumbnail, Principal user) {
    var picture =
        stories
            .picture(id, thumbnail, user == null ? null : user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var age = CacheControl.maxAge(Duration.ofMinutes(1));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(user == null ? age.cachePublic() : age.cachePrivate())
        .eTag(picture.sha256().substring(0, 16) + (thumbnail ? "-t" : ""))
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .body(picture.content());
  }
}
