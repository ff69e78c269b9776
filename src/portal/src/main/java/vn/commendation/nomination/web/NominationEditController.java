package vn.commendation.nomination.web;

import static vn.commendation.nomination.web.NominationController.CASE;

import jakarta.validation.Valid;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Award;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.nomination.NominationConflict;
import vn.commendation.nomination.NominationDetails;
import vn.commendation.nomination.NominationNotFound;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.Part;
import vn.commendation.nomination.Problem;
import vn.commendation.nomination.SubmissionRefused;
import vn.commendation.storage.FileRefused;

/** Writing a nomination and sending it. Every button of the form saves first what was typed. */
@Controller
@RequestMapping("/nominations")
class NominationEditController {

  private static final String FIELDS = "fields";
  private static final String STALE = "stale";
  private static final int MOST_CLOSED_CAMPAIGNS = 10;

  private final Nominations nominations;
  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final Clock clock;

  NominationEditController(
      Nominations nominations,
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      Clock clock) {
    this.nominations = nominations;
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.clock = clock;
  }

  private record RefusedFile(String name, FileRefused refusal) {}

  @GetMapping("/new")
  ModelAndView create(
      @RequestParam(required = false) Long campaign,
      @RequestParam(defaultValue = "false") boolean unplanned,
      Principal user) {
    var form = nominations.newForm(user.getName());
    var chosen = campaign == null ? form.campaignId() : campaign;
    return page(HttpStatus.OK, form.id(), bind(NominationFields.empty(chosen, unplanned)), user);
  }

  @GetMapping(CASE + "/edit")
  ModelAndView edit(@PathVariable String id, Principal user) {
    return page(HttpStatus.OK, id, bind(stored(id, user)), user);
  }

  @PostMapping(CASE)
  ModelAndView save(
      @PathVariable String id,
      @Valid @ModelAttribute(FIELDS) NominationFields fields,
      BindingResult binding,
      @RequestParam(required = false) List<MultipartFile> files,
      @RequestParam(defaultValue = "save") String action,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    var refused = store(id, fields, binding, files, user);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (action.equals("review")) {
      return new ModelAndView("redirect:/nominations/{id}/review");
    }
    redirect.addFlashAttribute("flash", "flash.saved");
    return new ModelAndView("redirect:/nominations/{id}/edit");
  }

  @PostMapping(CASE + "/files")
  ModelAndView upload(
      @PathVariable String id,
      @Valid @ModelAttribute(FIELDS) NominationFields fields,
      BindingResult binding,
      @RequestParam(required = false) List<MultipartFile> files,
      Principal user)
      throws IOException {
    return store(id, fields, binding, files, user)
        .orElseGet(() -> new ModelAndView("redirect:/nominations/{id}/edit#files"));
  }

  @PostMapping(CASE + "/files/{fileId}/delete")
  ModelAndView removeFile(
      @PathVariable String id,
      @PathVariable long fileId,
      @Valid @ModelAttribute(FIELDS) NominationFields fields,
      BindingResult binding,
      Principal user)
      throws IOException {
    var refused = store(id, fields, binding, null, user);
    if (refused.isPresent()) {
      return refused.get();
    }
    nominations.removeEvidence(id, fileId, user.getName());
    return new ModelAndView("redirect:/nominations/{id}/edit#files");
  }

  @GetMapping(CASE + "/review")
  ModelAndView review(@PathVariable String id, Principal user) {
    var nomination = nominations.details(id, user.getName());
    if (!nomination.mayEdit()) {
      return new ModelAndView("redirect:/nominations/{id}");
    }
    return review(HttpStatus.OK, nomination, nominations.problems(id, user.getName()), user);
  }

  @PostMapping(CASE + "/submit")
  ModelAndView submit(
      @PathVariable String id,
      @RequestParam int version,
      Principal user,
      RedirectAttributes redirect) {
    try {
      nominations.submit(id, version, user.getName());
    } catch (SubmissionRefused refusal) {
      var nomination = nominations.details(id, user.getName());
      return review(HttpStatus.UNPROCESSABLE_ENTITY, nomination, refusal.problems(), user);
    }
    redirect.addFlashAttribute("flash", "flash.submitted");
    return new ModelAndView("redirect:/nominations/{id}");
  }

  /** Saves what was typed and attached, or answers the page that says what was refused. */
  private Optional<ModelAndView> store(
      String id,
      NominationFields fields,
      BindingResult binding,
      List<MultipartFile> files,
      Principal user)
      throws IOException {
    if (!binding.hasFieldErrors("campaignId") && fields.withoutOccasion()) {
      binding.rejectValue("campaignId", "NotNull");
    }
    if (binding.hasErrors()) {
      return Optional.of(page(HttpStatus.UNPROCESSABLE_ENTITY, id, binding, user));
    }
    try {
      nominations.saveDraft(fields.toForm(id), user.getName());
    } catch (SubmissionRefused refusal) {
      for (var problem : refusal.problems()) {
        binding.rejectValue(
            problem.field(), "problem." + problem.code(), problem.args().toArray(), null);
      }
      return Optional.of(page(HttpStatus.UNPROCESSABLE_ENTITY, id, binding, user));
    } catch (NominationConflict conflict) {
      if (!conflict.code().equals(STALE)) {
        throw conflict;
      }
      return Optional.of(stale(id, binding, user));
    } catch (ConcurrencyFailureException | DataIntegrityViolationException overtaken) {
      // The same form was sent twice at once, and the other request was first.
      return Optional.of(stale(id, binding, user));
    }
    var refused = attach(id, files, user);
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    var tooLarge = refused.stream().anyMatch(file -> file.refusal().code().equals("too-large"));
    var status = tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY;
    return Optional.of(
        page(status, id, bind(stored(id, user)), user).addObject("refusedFiles", refused));
  }

  private ModelAndView stale(String id, BindingResult binding, Principal user) {
    return page(HttpStatus.CONFLICT, id, binding, user).addObject("conflict", STALE);
  }

  private List<RefusedFile> attach(String id, List<MultipartFile> files, Principal user)
      throws IOException {
    var refused = new ArrayList<RefusedFile>();
    for (var file : files == null ? List.<MultipartFile>of() : files) {
      var name = file.getOriginalFilename();
      // A browser sends one nameless empty part when nothing is chosen.
      if (!StringUtils.hasText(name)) {
        continue;
      }
      try (var content = file.getInputStream()) {
        nominations.addEvidence(id, user.getName(), name, content);
      } catch (FileRefused refusal) {
        refused.add(new RefusedFile(name, refusal));
      }
    }
    return refused;
  }

  private NominationFields stored(String id, Principal user) {
    return NominationFields.of(nominations.form(id, user.getName()));
  }

  private static BindingResult bind(NominationFields fields) {
    return new BeanPropertyBindingResult(fields, FIELDS);
  }

  private ModelAndView page(HttpStatus status, String id, BindingResult binding, Principal user) {
    var account = directory.account(user.getName());
    var offered = offeredCampaigns(binding.getRawFieldValue("campaignId"));
    var unplanned = nominations.unplannedAwards();
    var nomination = existing(id, user).orElse(null);
    return new ModelAndView("nomination/edit", binding.getModel(), status)
        .addObject("id", id)
        .addObject("nomination", nomination)
        .addObject("closed", closedParts(nomination))
        .addObject("campaigns", offered)
        .addObject("closedCampaigns", closedCampaigns(offered))
        .addObject("awards", awardsOf(offered, unplanned))
        .addObject("occasionsOfAward", occasionsByAward(offered, unplanned))
        .addObject("unit", account.person().unit())
        .addObject(
            "people",
            directory.peopleOf(account.person().unit().id()).stream()
                .filter(person -> person.id() != account.person().id())
                .toList());
  }

  /** What a return did not open; the occasion and the nominee never change again. */
  private static Set<String> closedParts(NominationDetails nomination) {
    if (nomination == null || nomination.summary().status() != NominationStatus.SUPPLEMENT) {
      return Set.of();
    }
    return Stream.concat(
            Stream.of("nominee"),
            Arrays.stream(Part.values())
                .filter(part -> !nomination.reopened().contains(part))
                .map(Part::key))
        .collect(Collectors.toSet());
  }

  private ModelAndView review(
      HttpStatus status, NominationDetails nomination, List<Problem> problems, Principal user) {
    return new ModelAndView("nomination/review", status)
        .addObject("nomination", nomination)
        .addObject("problems", problems)
        .addObject("warnings", nominations.warnings(nomination.summary().id(), user.getName()));
  }

  private Optional<NominationDetails> existing(String id, Principal user) {
    try {
      return Optional.of(nominations.details(id, user.getName()));
    } catch (NominationNotFound neverSaved) {
      return Optional.empty();
    }
  }

  /** Open campaigns, those a nomination can only be late for, and the one chosen earlier. */
  private List<Campaign> offeredCampaigns(Object chosen) {
    var offered = new ArrayList<>(campaigns.openNow());
    campaigns.all().stream()
        .filter(campaign -> campaign.opensAt() != null && campaign.closedAt(clock.instant()))
        .limit(MOST_CLOSED_CAMPAIGNS)
        .forEach(offered::add);
    if (chosen instanceof Long id && offered.stream().noneMatch(open -> open.id() == id)) {
      campaigns.find(id).ifPresent(offered::add);
    }
    return offered;
  }

  private Set<Long> closedCampaigns(List<Campaign> offered) {
    return offered.stream()
        .filter(campaign -> campaign.closedAt(clock.instant()))
        .map(Campaign::id)
        .collect(Collectors.toSet());
  }

  private Map<AwardSubject, List<Award>> awardsOf(List<Campaign> offered, List<Award> unplanned) {
    return awards.all().stream()
        .filter(
            award ->
                unplanned.contains(award)
                    || offered.stream().anyMatch(c -> c.awardCodes().contains(award.code())))
        .collect(
            Collectors.groupingBy(
                Award::subject, () -> new EnumMap<>(AwardSubject.class), Collectors.toList()));
  }

  /** The campaigns in which an award can be proposed, and whether it can be outside of all. */
  private static Map<String, String> occasionsByAward(
      List<Campaign> offered, List<Award> unplanned) {
    return Stream.concat(
            offered.stream()
                .flatMap(
                    campaign ->
                        campaign.awardCodes().stream()
                            .map(code -> Map.entry(code, Long.toString(campaign.id())))),
            unplanned.stream().map(award -> Map.entry(award.code(), "unplanned")))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
  }
}
