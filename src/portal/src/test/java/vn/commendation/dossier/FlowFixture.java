package vn.commendation.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static vn.commendation.dossier.Batches.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.AwardRule;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Relatives;
import vn.commendation.directory.Role;
import vn.commendation.engine.DecisionResult;
import vn.commendation.engine.UserTasks;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.Notices;
import vn.commendation.notification.StepNotices;
import vn.commendation.publication.Decisions;

/**
 * A batch of the nominees 18, 19 and 20, and who decides on it; person 2 is a relative of 20. The
 * texts are the real ones.
 */
abstract class FlowFixture {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final AwardRule RULE = mock();

  final DossierRepository dossiers = mock();
  final Cases cases = mock();
  final Opening opening = mock();
  final BatchedNominations nominations = mock();
  final AwardHistory history = mock();
  final Decisions decisions = mock();
  final Relatives relatives = mock();
  final Dossier dossier = Batches.of(18, 19, 20);
  final Clock clock = Clock.fixed(Batches.NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  final Notices notices = notices(clock);
  final Awarding awarding = new Awarding(nominations, history, decisions, notices);
  final Steps steps;

  final UserTasks userTasks = mock();
  final DossierSteps openSteps = mock();
  final StepNotices stepNotices = mock();
  private final AuditTrail audit = mock();

  FlowFixture() {
    given(dossiers.lock(dossier.getId())).willReturn(Optional.of(dossier));
    given(dossiers.findById(dossier.getId())).willReturn(Optional.of(dossier));
    steps =
        new Steps(dossiers, directory(), userTasks, openSteps, stepNotices, audit, notices, clock);
    given(relatives.of(anyLong())).willReturn(Set.of());
    given(relatives.of(2)).willReturn(Set.of(20L));
  }

  private static Directory directory() {
    Directory directory = mock();
    login(directory, "thuky", 7, Role.COUNCIL_SECRETARY);
    login(directory, "thuky19", 19, Role.COUNCIL_SECRETARY);
    login(directory, "thuky2", 2, Role.COUNCIL_SECRETARY);
    login(directory, "chuyenvien", 5, Role.OFFICE_OFFICER);
    login(directory, "giamdoc", 1, Role.DIRECTOR);
    login(directory, "phogiamdoc", 2, Role.DEPUTY_DIRECTOR);
    login(directory, "phogiamdoc2", 3, Role.DEPUTY_DIRECTOR);
    login(directory, "vanthu", 6, Role.CLERK);
    login(directory, "vanthu18", 18, Role.CLERK);
    login(directory, "quantri", 8, Role.ADMIN);
    login(directory, "chanhvp", 4, Role.OFFICE_CHIEF);
    login(directory, "qlkh", 17, Role.UNIT_HEAD);
    return directory;
  }

  private static void login(Directory directory, String username, long person, Role role) {
    var account = account(username, person, role);
    given(directory.activeAccount(username)).willReturn(Optional.of(account));
  }

  void assertDenied(DecisionResult result, String username, String reason, String element) {
    assertThat(result.outcome()).isNull();
    assertThat(result.denial()).contains(reason);
    then(audit)
        .should()
        .append(
            eq(username),
            any(),
            eq("dossier.decision-denied"),
            eq(dossier.getId()),
            eq(result.denial()));
    then(userTasks).should().opened(dossier.getId(), 41, element);
  }

  void signed() {
    dossier.items().forEach(item -> item.become(ItemStatus.SIGNED, null));
    dossier.signed(account("giamdoc", 1, Role.DIRECTOR), "GIÁM ĐỐC", Batches.NOW);
    dossier.moveTo(DossierStatus.NUMBER, null, Batches.NOW);
  }

  static TaskEntry entry(String decision, String reason, String choices) {
    return new TaskEntry(decision, reason, null, null, null, choices(choices));
  }

  static List<Choice> choices(String choices) {
    return Arrays.stream(choices.strip().split(" "))
        .filter(choice -> !choice.isEmpty())
        .map(choice -> choice.split(":"))
        .map(parts -> new Choice(parts[0], parts[1], null, null))
        .toList();
  }

  private static Notices notices(Clock clock) {
    try (var context = new AnnotationConfigApplicationContext()) {
      var messages = new ResourceBundleMessageSource();
      messages.setBasenames(
          "texts/notices", "texts/notices-dossier", "texts/notices-document", "texts/dossier");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
      context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> messages);
      context.registerBean(Clock.class, () -> clock);
      context.register(Notices.class);
      context.refresh();
      return context.getBean(Notices.class);
    }
  }
}
