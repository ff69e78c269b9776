package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.commendation.platform.AtOnce.together;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.facts.AwardHistory;
import vn.commendation.facts.NewAward;
import vn.commendation.platform.LocalPlatformTest;

/** The roll of honour, decisions and stories on the real database. */
@LocalPlatformTest
class PublicFaceIT {

  private static final String OFFICER = "chuyenvien";
  private static final String CHIEF = "chanhvp";
  private static final PageRequest FIRST = PageRequest.of(0, 50);

  @Autowired private HonourRoll roll;
  @Autowired private Decisions decisions;
  @Autowired private Withholdings withholdings;
  @Autowired private Stories stories;
  @Autowired private StoryWork storyWork;
  @Autowired private AwardHistory history;
  @Autowired private Directory directory;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;

  private final String number = "KT-" + UUID.randomUUID().toString().substring(0, 12);

  @Test
  void shouldShowAnAwardFromTheMomentItIsEnteredAndNotOnceItIsCancelled() {
    var id = enter("P21");

    assertThat(found(number))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.nomineeName()).isEqualTo("Vũ Thị Quỳnh Như");
              assertThat(entry.unitName()).isEqualTo("Phòng Quản lý Khoa học");
              assertThat(entry.kind()).isEqualTo(SubjectKind.INDIVIDUAL);
              assertThat(entry.position()).isNull();
            });
    assertThat(decisionOf(id).decision().awards()).isEqualTo(1);

    history.cancel(id, "Nhập nhầm", OFFICER);

    assertThat(found(number)).isEmpty();
  }

  @Test
  void shouldTakeARevokedAwardOffTheRollAndCountItOnItsDecision() {
    var revoked = enter("P21");
    var standing = enter("P20");
    var decision = decisionOf(standing).decision().id();

    transaction.executeWithoutResult(status -> history.revoke(revoked, LocalDate.of(2024, 5, 6)));

    assertThat(found(number)).extracting(RollEntry::awardId).containsExactly(standing);
    var view = decisions.find(decision).orElseThrow();
    assertThat(view.lines()).extracting(RollEntry::awardId).containsExactly(standing);
    assertThat(view.revoked()).isEqualTo(1);
    assertThat(view.complete()).isFalse();
    history.cancel(standing, "Dữ liệu kiểm tra", OFFICER);
    assertThat(decisions.find(decision)).isEmpty();
  }

  @Test
  void shouldKnowOfADecisionWhatItsBatchTellsAndAddTheRestOfItsListLater() {
    var dossier = UUID.randomUUID().toString();
    var first = enter("P21");
    var second = enter("P20");
    var cases = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    jdbc.sql("update roll_entry set nomination_id = ? where award_id = ?")
        .params(cases.get(0), first)
        .update();
    jdbc.sql("update roll_entry set nomination_id = ? where award_id = ?")
        .params(cases.get(1), second)
        .update();

    publish(dossier, cases.get(0), "Chuyên viên chính");
    publish(dossier, cases.get(1), "Chuyên viên");
    publish(dossier, cases.get(1), "Chuyên viên");

    var view = decisionOf(first);
    assertThat(view.decision().title()).isEqualTo("Khen thưởng phong trào");
    assertThat(view.signerLine()).isEqualTo("KT. GIÁM ĐỐC");
    assertThat(view.dossierId()).isEqualTo(dossier);
    assertThat(view.lines())
        .extracting(RollEntry::position)
        .containsExactly("Chuyên viên chính", "Chuyên viên");
    assertThat(roll.search(filter(number, 2L, null, null), FIRST).getTotalElements()).isEqualTo(2);
    assertThat(
            decisions.list(2024, FIRST).getContent().stream()
                .filter(one -> one.number().equals(number)))
        .hasSize(1);
  }

  @Test
  void shouldFindByEveryFilterAndTakeNoTextForAPattern() {
    enter("P21");
    enter("U5");

    assertThat(found(number)).hasSize(2);
    assertThat(roll.search(filter(number, null, 2023, 5L), FIRST)).hasSize(2);
    assertThat(roll.search(filter(number, null, 2022, 5L), FIRST)).isEmpty();
    assertThat(roll.search(filter(number, null, 2023, 6L), FIRST)).isEmpty();
    assertThat(
            roll.search(
                new RollFilter(number, null, null, null, "GK-SO", SubjectKind.COLLECTIVE), FIRST))
        .extracting(RollEntry::nomineeName)
        .containsExactly("Phòng Quản lý Khoa học");
    assertThat(roll.search(filter("%", null, null, null), FIRST)).isEmpty();
    assertThat(roll.search(filter(number.replace('-', '_'), null, null, null), FIRST)).isEmpty();
    assertThat(roll.choices().years()).contains(2023).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void shouldKeepOneAwardOrAPersonFromThePublicUntilItIsLifted() throws Exception {
    var first = enter("P21");
    var second = enter("P21", 2022);
    var other = enter("P20");

    assertThat(together(() -> withhold(first, false), () -> withhold(first, false)))
        .containsExactly("withheld", "withheld");
    assertThat(found(number)).extracting(RollEntry::awardId).containsOnly(second, other);
    assertThat(decisionOf(other).withheld()).isEqualTo(1);

    withholdings.withhold(second, true, "Cá nhân đề nghị", CHIEF);
    assertThat(found(number)).extracting(RollEntry::awardId).containsOnly(other);

    var notes =
        withholdings.list(OFFICER, PageRequest.of(0, 200)).getContent().stream()
            .filter(one -> one.liftedAt() == null)
            .filter(one -> one.name().startsWith("Vũ Thị Quỳnh Như"))
            .toList();
    assertThat(notes).extracting(Withholding::wholePerson).containsExactlyInAnyOrder(true, false);
    for (var note : notes) {
      withholdings.lift(note.id(), "Cá nhân đồng ý", OFFICER);
      withholdings.lift(note.id(), "Cá nhân đồng ý", OFFICER);
    }
    assertThat(found(number)).hasSize(3);
  }

  @Test
  void shouldAskForAReasonAndForTheOffice() {
    var award = enter("P21");

    assertThatThrownBy(() -> withholdings.withhold(award, false, " ", OFFICER))
        .isInstanceOf(PublicationRefused.class)
        .hasMessage("publication.refused.reason");
    assertThatThrownBy(() -> withholdings.withhold(award, false, "Lý do", "giamdoc"))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> withholdings.list("qlkh", FIRST))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(found(number)).hasSize(1);
  }

  @Test
  void shouldPublishAStorySomebodyElseHasWrittenOnceWhoIsShownHasAgreed() throws IOException {
    var draft = form(UUID.randomUUID().toString(), 0, null);
    stories.save(draft, "anh.jpg", picture(), false, OFFICER);
    stories.save(draft, "anh.jpg", picture(), false, OFFICER);

    assertThat(stories.find(draft.id())).isEmpty();
    assertThat(stories.picture(draft.id(), true, null)).isEmpty();
    assertThat(stories.picture(draft.id(), true, OFFICER)).isPresent();
    assertRefused("publication.refused.no-consent", draft.id(), 1, CHIEF);

    stories.save(form(draft.id(), 1, clockToday()), null, null, false, OFFICER);
    assertThat(storyWork.waitingFor(directory.account(CHIEF)))
        .extracting(work -> work.portalPath())
        .contains("/stories/manage/" + draft.id());
    assertRefused("publication.refused.overtaken", draft.id(), 1, CHIEF);
    assertThatThrownBy(() -> stories.publish(draft.id(), 2, OFFICER))
        .isInstanceOf(AccessDeniedException.class);
    stories.publish(draft.id(), 2, CHIEF);
    stories.publish(draft.id(), 2, CHIEF);

    var story = stories.find(draft.id()).orElseThrow();
    assertThat(story.publishedByName()).isEqualTo("Võ Thanh Sơn");
    assertThat(story.pictureWidth()).isEqualTo(300);
    assertThat(stories.picture(draft.id(), false, null)).isPresent();
    assertThat(stories.published(FIRST)).extracting(Story::id).contains(draft.id());
  }

  @Test
  void shouldLetNobodyPublishWhatHeWroteOrWhatIsAboutHim() {
    var own = form(UUID.randomUUID().toString(), 0, clockToday());
    stories.save(own, null, null, false, CHIEF);
    assertRefused("publication.refused.own-story", own.id(), 1, CHIEF);

    var award = enter("P1");
    var about =
        new StoryForm(
            UUID.randomUUID().toString(),
            0,
            "Tiêu đề",
            "Tóm tắt",
            "Nội dung",
            award,
            null,
            "Nguyễn Văn Hùng",
            clockToday());
    stories.save(about, null, null, false, OFFICER);
    assertRefused("publication.refused.about-self", about.id(), 1, "giamdoc");
    stories.publish(about.id(), 1, "phogiamdoc");
    assertThat(stories.find(about.id())).isPresent();
  }

  @Test
  void shouldLoseNothingWhenTwoChangeAStoryAtOnce() throws Exception {
    var id = UUID.randomUUID().toString();
    stories.save(form(id, 0, null), null, null, false, OFFICER);

    var answers =
        together(() -> save(form(id, 1, null), OFFICER), () -> save(form(id, 1, null), CHIEF));

    assertThat(answers).containsExactlyInAnyOrder("saved", "publication.refused.overtaken");
  }

  @Test
  void shouldWithdrawAStoryAndMakeItADraftAgainByChangingIt() {
    var id = UUID.randomUUID().toString();
    stories.save(form(id, 0, clockToday()), null, null, false, OFFICER);
    stories.publish(id, 1, CHIEF);
    assertThat(save(form(id, 2, clockToday()), OFFICER)).isEqualTo("publication.refused.overtaken");

    stories.withdraw(id, "Người được nêu gương rút lại đồng ý", "giamdoc");
    stories.withdraw(id, "Lần nữa", OFFICER);

    assertThat(stories.find(id)).isEmpty();
    var story = stories.details(id, OFFICER).story();
    assertThat(story.withdrawnReason()).isEqualTo("Người được nêu gương rút lại đồng ý");
    assertRefused("publication.refused.overtaken", id, 3, CHIEF);
    assertThat(save(form(id, 3, clockToday()), OFFICER)).isEqualTo("saved");
    stories.publish(id, 4, CHIEF);
    assertThat(stories.find(id).orElseThrow().withdrawnReason()).isNull();
  }

  @Test
  void shouldNotTakeAStoryThatIsIncomplete() throws IOException {
    var id = UUID.randomUUID().toString();
    assertThat(save(new StoryForm(id, 0, null, "x", "x", null, null, null, null), OFFICER))
        .isEqualTo("publication.refused.title");
    assertThat(save(new StoryForm(id, 0, "x", "x", "x", null, null, null, clockToday()), OFFICER))
        .isEqualTo("publication.refused.consent-both");
    assertThat(
            save(
                new StoryForm(id, 0, "x", "x", "x", null, null, "Ai đó", clockToday().plusDays(1)),
                OFFICER))
        .isEqualTo("publication.refused.consent-day");
    assertThat(save(new StoryForm(id, 0, "x", "x", "x", -1L, null, null, null), OFFICER))
        .isEqualTo("publication.refused.unknown-award");
    var noAlt = new StoryForm(id, 0, "x", "x", "x", null, null, null, null);
    assertThatThrownBy(() -> stories.save(noAlt, "anh.jpg", picture(), false, OFFICER))
        .hasMessage("publication.refused.alt");
    assertThatThrownBy(
            () ->
                stories.save(
                    noAlt, "anh.jpg", new ByteArrayInputStream("x".getBytes()), false, OFFICER))
        .hasMessage("publication.refused.picture-content-mismatch");
    assertThat(
            jdbc.sql("select count(*) from story where id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> stories.save(noAlt, null, null, false, "giamdoc"))
        .isInstanceOf(AccessDeniedException.class);
  }

  private String save(StoryForm form, String username) {
    try {
      stories.save(form, null, null, false, username);
      return "saved";
    } catch (PublicationRefused refused) {
      return refused.textKey();
    }
  }

  private String withhold(long award, boolean wholePerson) {
    withholdings.withhold(award, wholePerson, "Cá nhân đề nghị", OFFICER);
    return "withheld";
  }

  private void assertRefused(String key, String id, int version, String username) {
    assertThatThrownBy(() -> stories.publish(id, version, username))
        .isInstanceOf(PublicationRefused.class)
        .hasMessage(key);
  }

  private void publish(String dossier, String nomination, String position) {
    transaction.executeWithoutResult(
        status ->
            decisions.publish(
                new IssuedDecision(
                    dossier,
                    number,
                    LocalDate.of(2024, 1, 5),
                    "Giám đốc Sở",
                    "Khen thưởng phong trào",
                    "KT. GIÁM ĐỐC",
                    List.of(
                        new IssuedDecision.Line(
                            nomination, position, "Phòng Quản lý Khoa học", 2L, "Phong trào")))));
  }

  private DecisionView decisionOf(long award) {
    var id =
        jdbc.sql("select decision_id from roll_entry where award_id = ?")
            .param(award)
            .query(String.class)
            .single();
    return decisions.find(id).orElseThrow();
  }

  private List<RollEntry> found(String text) {
    return roll.search(filter(text, null, null, null), FIRST).getContent();
  }

  private static RollFilter filter(String text, Long campaign, Integer year, Long unit) {
    return new RollFilter(text, campaign, year, unit, null, null);
  }

  private long enter(String subject) {
    return enter(subject, 2023);
  }

  private long enter(String subject, int year) {
    return history.enter(
        new NewAward(
            subject, "GK-SO", year, null, null, number, LocalDate.of(2024, 1, 5), "Giám đốc Sở"),
        OFFICER);
  }

  private StoryForm form(String id, int version, LocalDate consent) {
    return new StoryForm(
        id,
        version,
        "Tiêu đề",
        "Tóm tắt",
        "Nội dung",
        null,
        "Ảnh minh họa",
        consent == null ? null : "Người được nêu gương",
        consent);
  }

  private LocalDate clockToday() {
    return LocalDate.now(clock);
  }

  private static InputStream picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
