package vn.commendation.nomination;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;

/**
 * Nominations by the hundred: the rules of {@link Nominations}, with facts that are gathered once
 * for all of them.
 */
@Service
@Transactional
public class ManyNominations {

  private final NominationRepository nominations;
  private final SubmissionCheck check;
  private final Campaigns campaigns;
  private final Awards awards;
  private final Directory directory;
  private final CaseRules rules;
  private final AuditTrail audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  ManyNominations(
      NominationRepository nominations,
      SubmissionCheck check,
      Campaigns campaigns,
      Awards awards,
      Directory directory,
      CaseRules rules,
      AuditTrail audit,
      JdbcClient jdbc,
      Clock clock) {
    this.nominations = nominations;
    this.check = check;
    this.campaigns = campaigns;
    this.awards = awards;
    this.directory = directory;
    this.rules = rules;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The account, if it nominates for its unit.
   *
   * @throws NominationForbidden if it does not
   */
  @Transactional(readOnly = true)
  public Account nominator(String username) {
    var account = directory.account(username);
    if (!NominationAccess.mayNominate(account)) {
      throw new NominationForbidden(username);
    }
    return account;
  }

  /**
   * What stands against submitting each of these now, by their ids; also drafts of the unit that
   * say the same. The forms are not compared with each other.
   *
   * @throws NominationForbidden if the account does not nominate
   */
  @Transactional(readOnly = true)
  public Map<String, List<Problem>> problems(List<NominationForm> forms, String username) {
    var account = nominator(username);
    var drafts = drafts(forms, account);
    var now = clock.instant();
    var facts = new GatheredFacts(drafts, nominations, campaigns, awards, directory, rules);
    var problems = new LinkedHashMap<String, List<Problem>>();
    for (var draft : drafts) {
      var found = new ArrayList<>(check.beforeSubmission(draft, account, now, facts));
      if (named(draft)) {
        found.addAll(facts.drafted(draft));
      }
      problems.put(draft.getId(), found);
    }
    return problems;
  }

  /**
   * Which of these say the same as an earlier one of them: its id, by theirs.
   *
   * @throws NominationForbidden if the account does not nominate
   */
  @Transactional(readOnly = true)
  public Map<String, String> repeats(List<NominationForm> forms, String username) {
    var account = nominator(username);
    var repeats = new HashMap<String, String>();
    drafts(forms, account).stream()
        .filter(ManyNominations::named)
        .collect(groupingBy(GatheredFacts::nominee))
        .values()
        .forEach(ofOne -> compare(ofOne, repeats));
    return repeats;
  }

  private static void compare(List<Nomination> ofOneNominee, Map<String, String> repeats) {
    var kept = new ArrayList<Nomination>();
    for (var nomination : ofOneNominee) {
      var first =
          kept.stream().filter(earlier -> Duplicates.repeats(nomination, earlier)).findFirst();
      first.ifPresentOrElse(
          earlier -> repeats.put(nomination.getId(), earlier.getId()), () -> kept.add(nomination));
    }
  }

  /**
   * Keeps everybody else from creating drafts for the account's unit this way until the transaction
   * ends, so that of two sheets with the same rows the second sees the drafts of the first.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockUnit(String username) {
    jdbc.sql("select id from unit where id = ? for update")
        .param(nominator(username).person().unit().id())
        .query(Long.class)
        .single();
  }

  /**
   * Creates a draft of each form; one whose id there is already stays as it is.
   *
   * @throws NominationForbidden if the account does not nominate
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void createDrafts(List<NominationForm> forms, String username) {
    if (forms.isEmpty()) {
      return;
    }
    var account = nominator(username);
    var known =
        new HashSet<>(nominations.existing(forms.stream().map(NominationForm::id).toList()));
    var drafts = drafts(forms, account);
    var people =
        directory.people(
            drafts.stream().map(Nomination::personId).filter(id -> id != null).distinct().toList());
    for (var draft : drafts) {
      if (!known.contains(draft.getId())) {
        draft.nameNominee(draft.personId() == null ? null : people.get(draft.personId()));
        nominations.save(draft);
        audit.append(
            account.username(), account.displayName(), "nomination.drafted", draft.getId(), null);
      }
    }
  }

  private List<Nomination> drafts(List<NominationForm> forms, Account account) {
    var types = new HashMap<Long, CommendationType>();
    var now = clock.instant();
    return forms.stream()
        .map(form -> Nomination.draft(form, type(form, types), account, now))
        .toList();
  }

  private CommendationType type(NominationForm form, Map<Long, CommendationType> types) {
    return form.campaignId() == null
        ? CommendationType.UNPLANNED
        : types.computeIfAbsent(
            form.campaignId(),
            id -> campaigns.find(id).map(Campaign::type).orElse(CommendationType.MOVEMENT));
  }

  private static boolean named(Nomination nomination) {
    return nomination.awardCode() != null
        && (nomination.personId() != null || nomination.subjectKind() == SubjectKind.COLLECTIVE);
  }
}
