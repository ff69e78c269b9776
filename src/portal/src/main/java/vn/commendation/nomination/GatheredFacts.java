package vn.commendation.nomination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Unit;

/**
 * What many nominations are held against, gathered with a few queries however many they are. It is
 * as old as its making.
 */
final class GatheredFacts implements SubmissionCheck.Facts {

  private final Campaigns campaignsOfAll;
  private final CaseRules rulesOfAll;
  private final Map<Long, Optional<Campaign>> campaigns = new HashMap<>();
  private final Map<RuleKey, Boolean> rules = new HashMap<>();
  private final Map<String, Award> awards;
  private final Map<Long, Unit> units;
  private final Map<Long, Person> people;
  private final Map<String, List<Nomination>> rivals;
  private final Map<String, List<Nomination>> drafts;

  private record RuleKey(String set, String award, SubjectKind subject, CommendationType type) {}

  GatheredFacts(
      Collection<Nomination> nominations,
      NominationRepository repository,
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      CaseRules rules) {
    this.campaignsOfAll = campaigns;
    this.rulesOfAll = rules;
    this.awards = awards.all().stream().collect(toMap(Award::code, Function.identity()));
    this.units = directory.units().stream().collect(toMap(Unit::id, Function.identity()));
    var personIds =
        nominations.stream().map(Nomination::personId).filter(Objects::nonNull).distinct().toList();
    var unitIds =
        nominations.stream()
            .filter(one -> one.subjectKind() == SubjectKind.COLLECTIVE)
            .map(Nomination::unitId)
            .distinct()
            .toList();
    this.people = directory.people(personIds);
    this.rivals = byNominee(repository.ofNominees(personIds, unitIds, NominationStatus.counting()));
    this.drafts =
        byNominee(repository.ofNominees(personIds, unitIds, List.of(NominationStatus.DRAFT)));
  }

  private static Map<String, List<Nomination>> byNominee(List<Nomination> nominations) {
    return nominations.stream().collect(groupingBy(GatheredFacts::nominee));
  }

  /** Who a nomination is for; nominations of the same have the same. */
  static String nominee(Nomination nomination) {
    return nomination.personId() == null ? "U" + nomination.unitId() : "P" + nomination.personId();
  }

  @Override
  public Optional<Campaign> campaign(long id) {
    return campaigns.computeIfAbsent(id, campaignsOfAll::find);
  }

  @Override
  public Optional<Award> award(String code) {
    return Optional.ofNullable(awards.get(code));
  }

  @Override
  public boolean hasRule(Nomination nomination) {
    return rules.computeIfAbsent(
        new RuleKey(
            nomination.ruleSet(),
            nomination.awardCode(),
            nomination.subjectKind(),
            nomination.type()),
        key -> rulesOfAll.ruleOf(nomination).isPresent());
  }

  @Override
  public Optional<Unit> unit(long id) {
    return Optional.ofNullable(units.get(id));
  }

  @Override
  public Optional<Person> person(long id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public List<Problem> repeats(Nomination nomination) {
    return others(rivals, nomination).stream()
        .filter(rival -> Duplicates.repeats(nomination, rival))
        .map(rival -> Duplicates.repeated(rival, awardName(rival)))
        .toList();
  }

  /** Drafts of the same unit that would be sent for the same: one of the two is a mistake. */
  List<Problem> drafted(Nomination nomination) {
    return others(drafts, nomination).stream()
        .filter(draft -> draft.unitId() == nomination.unitId())
        .filter(draft -> Objects.equals(draft.campaignId(), nomination.campaignId()))
        .filter(draft -> Objects.equals(draft.awardCode(), nomination.awardCode()))
        .filter(
            draft -> Duplicates.overlap(nomination, draft) || Duplicates.repeats(nomination, draft))
        .limit(1)
        .map(draft -> Problem.of("drafted", "personId", awardName(draft)))
        .toList();
  }

  private static List<Nomination> others(
      Map<String, List<Nomination>> byNominee, Nomination nomination) {
    return byNominee.getOrDefault(nominee(nomination), List.of()).stream()
        .filter(other -> !other.getId().equals(nomination.getId()))
        .toList();
  }

  private String awardName(Nomination nomination) {
    return award(nomination.awardCode()).map(Award::name).orElse(nomination.awardCode());
  }
}
