package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.commendation.nomination.Cases.PROVINCE;
import static vn.commendation.platform.AtOnce.together;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.award.SubjectKind;
import vn.commendation.engine.EngineCommands;
import vn.commendation.engine.HandledJobs;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.scheduling.DurableTasks;

/** Two systems, no common transaction: what must hold when something fails between them. */
@LocalPlatformTest
class ConsistencyIT {

  @Autowired private Nominations nominations;
  @Autowired private EngineCommands engineCommands;
  @Autowired private HandledJobs handledJobs;
  @Autowired private DurableTasks durableTasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Cases cases;

  @BeforeEach
  void prepare() {
    cases = new Cases(nominations);
  }

  @Test
  void shouldAskNothingOfTheEngineWhenTheSubmissionRollsBack() {
    var draft = cases.draft(PROVINCE);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      cases.submit(draft);
                      throw new IllegalStateException("power cut");
                    }));

    assertThat(commands(draft.id())).isEmpty();
    assertThat(nominations.details(draft.id(), draft.nominator()).summary().status())
        .isEqualTo(NominationStatus.DRAFT);
    assertThat(nominations.details(draft.id(), draft.nominator()).summary().code()).isNull();
  }

  @Test
  void shouldStartOneInstanceWhenTheStartIsSentAgain() {
    // given a start that went out
    var draft = cases.submitted(PROVINCE);
    awaitStatus(draft.id(), NominationStatus.OFFICE_REVIEW);
    awaitCommand(draft.id(), "SENT");
    var instance = instance(draft.id());

    // when the machine dies before it is noted as sent, and sends it again
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update engine_command set status = 'PENDING' where business_id = ?")
              .param(draft.id())
              .update();
          durableTasks.schedule("engine-command", commandId(draft.id()));
        });

    // then the engine refuses it, which is as good as sent
    awaitCommand(draft.id(), "SENT");
    assertThat(instance(draft.id())).isEqualTo(instance);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from audit_entry
                    where subject_id = ? and action = 'nomination.checked'""")
                .param(draft.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldShowARefusedCommandToTheOfficeAndSendItOnceItIsMended() {
    // given
    var draft = cases.draft(PROVINCE);
    transaction.executeWithoutResult(
        status -> {
          cases.submit(draft);
          jdbc.sql("update engine_command set variables = '[1]' where business_id = ?")
              .param(draft.id())
              .update();
        });

    // then it waits for a person, with the reason
    awaitCommand(draft.id(), "BLOCKED");
    assertThat(engineCommands.blocked())
        .filteredOn(command -> command.businessId().equals(draft.id()))
        .singleElement()
        .satisfies(command -> assertThat(command.lastError()).isNotBlank());

    // when
    jdbc.sql(
            """
            update engine_command set variables = json_object('nominationId', business_id,
              'nominator', 'qlkh') where business_id = ?""")
        .param(draft.id())
        .update();
    engineCommands.retry(commandId(draft.id()));

    // then
    awaitStatus(draft.id(), NominationStatus.OFFICE_REVIEW);
  }

  @Test
  void shouldDoTheWorkOfAJobOnceHoweverOftenItIsDelivered() throws Exception {
    var jobKey = -System.nanoTime();
    var done = new AtomicInteger();
    Callable<Integer> delivery =
        () -> handledJobs.once(jobKey, "test", Integer.class, done::incrementAndGet);

    var answers = together(delivery, delivery);

    assertThat(answers).containsExactly(1, 1);
    assertThat(handledJobs.once(jobKey, "test", Integer.class, done::incrementAndGet)).isEqualTo(1);
    assertThat(done).hasValue(1);
  }

  @Test
  void shouldForgetAJobWhoseWorkFailed() {
    var jobKey = -System.nanoTime();

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                handledJobs.once(
                    jobKey,
                    "test",
                    Integer.class,
                    () -> {
                      throw new IllegalStateException("database gone");
                    }));

    assertThat(handledJobs.answer(jobKey, Integer.class)).isEmpty();
    assertThat(handledJobs.once(jobKey, "test", Integer.class, () -> 7)).isEqualTo(7);
  }

  @Test
  void shouldSubmitOnceWhenTwoClickAtOnce() throws Exception {
    var draft = cases.draft(PROVINCE);
    var version = nominations.form(draft.id(), draft.nominator()).version();
    Callable<String> click =
        () -> {
          nominations.submit(draft.id(), version, draft.nominator());
          return "sent";
        };

    var answers = together(click, click);

    assertThat(answers).containsOnlyOnce("sent");
    assertThat(commands(draft.id())).hasSize(1);
    awaitStatus(draft.id(), NominationStatus.OFFICE_REVIEW);
  }

  @Test
  void shouldAcceptOneOfTwoNominationsOfOnePersonSubmittedAtOnce() throws Exception {
    var first = cases.draft(PROVINCE);
    var form = first.form();
    var secondId = UUID.randomUUID().toString();
    nominations.saveDraft(
        new NominationForm(
            secondId,
            0,
            form.campaignId(),
            form.subjectKind(),
            form.personId(),
            form.awardCode(),
            form.title(),
            form.achievements(),
            form.periodFrom(),
            form.periodTo()),
        first.nominator());

    var answers =
        together(
            submission(first.id(), first.nominator()), submission(secondId, first.nominator()));

    assertThat(answers).containsOnlyOnce("sent");
    assertThat(answers.toString()).contains("duplicate");
  }

  @Test
  void shouldMakeOneDraftOfAFormSentTwiceAtOnce() throws Exception {
    var form = nominations.newForm("ttud");
    var complete =
        new NominationForm(
            form.id(), 0, 1L, SubjectKind.COLLECTIVE, null, PROVINCE, "Tập thể", "", null, null);
    Callable<String> click =
        () -> {
          nominations.saveDraft(complete, "ttud");
          return "saved";
        };

    assertThat(together(click, click)).contains("saved");

    assertThat(nominations.details(form.id(), "ttud").timeline())
        .extracting(TimelineEntry::action)
        .containsExactly("nomination.drafted");
  }

  @Test
  void shouldRefuseAStaleForm() {
    var draft = cases.draft(PROVINCE);
    var seen = nominations.form(draft.id(), draft.nominator());
    nominations.saveDraft(
        new NominationForm(
            seen.id(),
            seen.version(),
            seen.campaignId(),
            seen.subjectKind(),
            seen.personId(),
            seen.awardCode(),
            "Một tên khác",
            seen.achievements(),
            seen.periodFrom(),
            seen.periodTo()),
        draft.nominator());

    assertThatThrownBy(() -> nominations.saveDraft(seen, draft.nominator()))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("stale");
  }

  private int current(String id, String username) {
    return nominations.form(id, username).version();
  }

  private Callable<String> submission(String id, String username) {
    var version = current(id, username);
    return () -> {
      nominations.submit(id, version, username);
      return "sent";
    };
  }

  private List<String> commands(String id) {
    return jdbc.sql("select status from engine_command where business_id = ?")
        .param(id)
        .query(String.class)
        .list();
  }

  private String commandId(String id) {
    return jdbc.sql("select id from engine_command where business_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /** The attempt is over, too, and another one can be asked for. */
  private void awaitCommand(String id, String status) {
    await()
        .untilAsserted(
            () -> {
              assertThat(commands(id)).containsExactly(status);
              assertThat(
                      jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                          .param(commandId(id))
                          .query(Long.class)
                          .single())
                  .isZero();
            });
  }

  private long instance(String id) {
    return jdbc.sql("select process_instance_key from nomination where id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private void awaitStatus(String id, NominationStatus expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select status from nomination where id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(expected.name()));
  }
}
