package vn.commendation.award.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.RuleSet;
import vn.commendation.award.Rules;
import vn.commendation.spreadsheet.ListExport;

/** The catalogue, and what is asked for each award on a day. */
@Controller
@RequestMapping("/awards")
class AwardController {

  private final Awards awards;
  private final Rules rules;
  private final Clock clock;

  AwardController(Awards awards, Rules rules, Clock clock) {
    this.awards = awards;
    this.rules = rules;
    this.clock = clock;
  }

  private record RulesOfSet(SetView set, List<AwardRule> rules) {}

  @GetMapping
  String catalogue(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate on, Model model) {
    var day = on == null ? LocalDate.now(clock) : on;
    var set = rules.findInForce(day);
    var all = awards.all();
    model.addAttribute("day", day);
    model.addAttribute("set", set.orElse(null));
    model.addAttribute(
        "kinds",
        all.stream()
            .collect(groupingBy(Award::kind, () -> new EnumMap<>(AwardKind.class), toList())));
    model.addAttribute("names", all.stream().collect(toMap(Award::code, Function.identity())));
    model.addAttribute(
        "rules",
        set.map(inForce -> rules.of(inForce.code())).orElse(List.of()).stream()
            .collect(groupingBy(AwardRule::award)));
    return "award/catalogue";
  }

  /** The catalogue, with what the rules of a day ask for each award. */
  @GetMapping(params = "format=xlsx")
  ListExport<AwardRule> export(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
    var day = on == null ? LocalDate.now(clock) : on;
    var set = rules.findInForce(day);
    return RuleRows.columns(
            ListExport.<AwardRule>of("nav.awards", "danh-hieu-quy-dinh")
                .filter("award.set", set.map(RuleSet::name).orElse(null))
                .filter("calendar.day", day),
            awards.all())
        .rows(set.map(inForce -> rules.of(inForce.code())).orElse(List.of()));
  }

  @GetMapping("/{code}")
  String award(@PathVariable String code, Model model) {
    var award =
        awards.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var ofAward = rules.ofAward(award.code()).stream().collect(groupingBy(AwardRule::ruleSet));
    var today = LocalDate.now(clock);
    model.addAttribute("award", award);
    model.addAttribute(
        "names", awards.all().stream().collect(toMap(Award::code, Function.identity())));
    model.addAttribute(
        "sets",
        rules.sets().reversed().stream()
            .flatMap(
                set ->
                    Optional.ofNullable(ofAward.get(set.code())).stream()
                        .map(rows -> new RulesOfSet(SetView.of(set, today), rows)))
            .toList());
    return "award/award";
  }
}
