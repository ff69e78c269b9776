package vn.commendation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.commendation.platform.AtOnce.together;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.calendar.WorkingCalendar;
import vn.commendation.directory.Directory;
import vn.commendation.engine.UserTasks;
import vn.commendation.notification.Mails;
import vn.commendation.notification.Notices;
import vn.commendation.notification.Notifications;
import vn.commendation.platform.LocalPlatformTest;

/**
 * What the database guarantees about lists and objections. The lists belong to no batch, so the
 * service is put together here, with a listener of its own.
 */
@LocalPlatformTest
class PublicationIT {

  private static final String TEXT = "Thành tích này là của cả tổ, không phải của riêng một người.";
  private static final String CONTACT = "0912 000 111";

  @Autowired private Disclosures disclosures;
  @Autowired private Directory directory;
  @Autowired private UserTasks userTasks;
  @Autowired private AuditTrail audit;
  @Autowired private Notifications notifications;
  @Autowired private Mails mails;
  @Autowired private Notices notices;
  @Autowired private WorkingCalendar calendar;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private Objections objections;
  private DisclosureList list;

  @BeforeEach
  void publishAList() {
    objections = objectionsAt(clock);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    list = list(now, calendar.deadline(now, 5));
    transaction.executeWithoutResult(status -> disclosures.publish(list));
  }

  @Test
  void shouldShowAPublishedListOnceAndNewestFirst() {
    transaction.executeWithoutResult(
        status ->
            disclosures.publish(
                new DisclosureList(
                    list.dossierId(), "Tên khác", list.from(), list.until(), list.lines())));

    var view = disclosures.find(list.dossierId()).orElseThrow();
    assertThat(view.list()).isEqualTo(list);
    assertThat(view.open()).isTrue();
    assertThat(view.workingDaysLeft()).isEqualTo(5);
    assertThat(disclosures.list(PageRequest.of(0, 1)).getContent())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.dossierId()).isEqualTo(list.dossierId());
              assertThat(summary.nominees()).isEqualTo(2);
              assertThat(summary.open()).isTrue();
            });
  }

  @Test
  void shouldTakeOneOfTwoObjectionsOfOnePersonToOneNominee() throws Exception {
    var answers =
        together(
            () -> raise(UUID.randomUUID().toString(), nominee(0), "ttud"),
            () -> raise(UUID.randomUUID().toString(), nominee(0), "ttud"));

    assertThat(answers).containsOnlyOnce("raised");
    assertThat(answers)
        .filteredOn(ObjectionRefused.class::isInstance)
        .singleElement()
        .extracting("message")
        .isEqualTo("publication.refused.already-raised");
    assertThat(objections.of(list.dossierId())).hasSize(1);
    assertThat(events).hasSize(1);
  }

  @Test
  void shouldTakeAFormThatIsSentTwiceOnce() throws Exception {
    var form = UUID.randomUUID().toString();

    var answers =
        together(() -> raise(form, nominee(0), "ttud"), () -> raise(form, nominee(0), "ttud"));

    assertThat(answers).containsExactly("raised", "raised");
    assertThat(objections.of(list.dossierId())).extracting(Objection::id).containsExactly(form);
    assertThat(events).containsExactly(new ObjectionRaised(form, list.dossierId(), nominee(0)));
  }

  @Test
  void shouldTakeObjectionsOfTwoPeopleAndToTwoNominees() throws Exception {
    assertThat(
            together(
                () -> raise(UUID.randomUUID().toString(), nominee(0), "ttud"),
                () -> raise(UUID.randomUUID().toString(), nominee(0), "qlkh")))
        .containsExactly("raised", "raised");
    raise(UUID.randomUUID().toString(), nominee(1), "ttud");

    assertThat(objections.of(list.dossierId())).hasSize(3);
    assertThat(events).hasSize(3);
  }

  @Test
  void shouldTakeObjectionsUpToTheLastMoment() {
    objections = objectionsAt(Clock.fixed(list.until(), clock.getZone()));
    raise(UUID.randomUUID().toString(), nominee(0), "ttud");

    objections =
        objectionsAt(Clock.fixed(list.until().plus(1, ChronoUnit.MICROS), clock.getZone()));
    assertRefused("publication.refused.closed", nominee(1), TEXT, CONTACT);
  }

  @Test
  void shouldTakeNoObjectionOnceTheListIsClosedButKnowTheFormThatCameBefore() {
    var form = UUID.randomUUID().toString();
    raise(form, nominee(0), "ttud");

    transaction.executeWithoutResult(status -> disclosures.close(list.dossierId()));

    assertRefused("publication.refused.closed", nominee(1), TEXT, CONTACT);
    assertThat(raise(form, nominee(0), "ttud")).isEqualTo("raised");
    assertThat(objections.of(list.dossierId())).hasSize(1);
    assertThat(disclosures.find(list.dossierId()).orElseThrow().open()).isFalse();
  }

  @Test
  void shouldEitherTakeAnObjectionBeforeTheCloseOrRefuseIt() throws Exception {
    var answers =
        together(
            () -> raise(UUID.randomUUID().toString(), nominee(0), "ttud"),
            () -> {
              transaction.executeWithoutResult(status -> disclosures.close(list.dossierId()));
              return "closed";
            });

    assertThat(answers.getLast()).isEqualTo("closed");
    assertThat(objections.of(list.dossierId())).hasSize(answers.contains("raised") ? 1 : 0);
    assertThat(events).hasSize(answers.contains("raised") ? 1 : 0);
  }

  @Test
  void shouldRefuseWhatIsIncompleteOrNotOnTheList() {
    assertRefused("publication.refused.unknown-nominee", UUID.randomUUID().toString(), TEXT, "x");
    assertRefused("publication.refused.unknown-nominee", null, TEXT, CONTACT);
    assertRefused("publication.refused.text-length", nominee(0), null, CONTACT);
    assertRefused("publication.refused.text-length", nominee(0), "a".repeat(29), CONTACT);
    assertRefused("publication.refused.text-length", nominee(0), "a".repeat(4001), CONTACT);
    assertRefused("publication.refused.contact", nominee(0), "a".repeat(30), null);
    assertRefused("publication.refused.contact", nominee(0), "a".repeat(4000), "1".repeat(201));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        objections.raise(
                            UUID.randomUUID().toString(),
                            UUID.randomUUID().toString(),
                            nominee(0),
                            TEXT,
                            CONTACT,
                            "ttud")))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(objections.of(list.dossierId())).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void shouldAnswerAnObjectionOnceAndTellTheObjector() {
    var form = UUID.randomUUID().toString();
    raise(form, nominee(0), "ttud");

    resolve(form, false, "Không đủ căn cứ");
    resolve(form, false, "Không đủ căn cứ");
    assertThatIllegalStateException().isThrownBy(() -> resolve(form, true, "Có căn cứ"));

    var answered = objections.get(form);
    assertThat(answered.upheld()).isFalse();
    assertThat(answered.resolution()).isEqualTo("Không đủ căn cứ");
    assertThat(answered.resolvedBy()).isEqualTo("chuyenvien");
    assertThat(
            jdbc.sql("select count(*) from notice where username = ? and path like ?")
                .params("ttud", "%" + list.dossierId() + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(audit.of(form))
        .extracting("action")
        .containsExactly("publication.objection-raised", "publication.objection-dismissed");
    assertThat(raise(UUID.randomUUID().toString(), nominee(0), "ttud")).isEqualTo("raised");
  }

  @Test
  void shouldShowTheOfficeEverythingAndOthersTheirOwn() {
    raise(UUID.randomUUID().toString(), nominee(0), "ttud");
    raise(UUID.randomUUID().toString(), nominee(0), "qlkh");

    assertThat(objections.seenBy("chuyenvien", list.dossierId()))
        .extracting(ObjectionView::raisedByName)
        .containsExactly("Lê Quang Minh", "Trần Thị Thanh Hòa");
    assertThat(objections.seenBy("ttud", list.dossierId()))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.objection().raisedBy()).isEqualTo("ttud");
              assertThat(view.raisedByName()).isNull();
            });
    assertThat(objections.seenBy("giamdoc", list.dossierId())).isEmpty();
    assertThat(objections.seenBy("quantri", list.dossierId())).isEmpty();
  }

  private void assertRefused(String textKey, String nominee, String text, String contact) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status ->
                        objections.raise(
                            UUID.randomUUID().toString(),
                            list.dossierId(),
                            nominee,
                            text,
                            contact,
                            "ttud")))
        .isInstanceOf(ObjectionRefused.class)
        .hasMessage(textKey);
  }

  private String raise(String form, String nominee, String username) {
    transaction.executeWithoutResult(
        status -> objections.raise(form, list.dossierId(), nominee, TEXT, CONTACT, username));
    return "raised";
  }

  private void resolve(String id, boolean upheld, String reason) {
    transaction.executeWithoutResult(
        status -> objections.resolve(id, upheld, reason, "chuyenvien"));
  }

  private String nominee(int index) {
    return list.lines().get(index).nominationId();
  }

  private Objections objectionsAt(Clock time) {
    return new Objections(
        jdbc,
        directory,
        events::add,
        userTasks,
        audit,
        notifications,
        mails,
        notices,
        time,
        "http://localhost");
  }

  private PublicObjections outsidersAt(Clock time) {
    return new PublicObjections(
        jdbc,
        objectionsAt(time),
        new Disclosures(jdbc, calendar, time),
        new RequestLimits(jdbc, time),
        mails,
        notices,
        new PublicationProperties(
            "Văn phòng", 3, 2, Duration.ofHours(48), 5, Duration.ofMinutes(15)),
        time,
        "http://localhost");
  }

  private PublicObjection written(String form, String email, String nominee) {
    return new PublicObjection(
        form, list.dossierId(), nominee, "Ngô Thị Bưởi", email, TEXT, true, "");
  }

  private String submit(PublicObjections outsiders, PublicObjection written, String address) {
    try {
      transaction.executeWithoutResult(status -> outsiders.submit(written, address));
      return "taken";
    } catch (ObjectionRefused refused) {
      return refused.textKey();
    }
  }

  private String confirm(PublicObjections outsiders, String token) {
    try {
      transaction.executeWithoutResult(status -> outsiders.confirm(token));
      return "confirmed";
    } catch (ObjectionRefused refused) {
      return refused.textKey();
    }
  }

  /** The links in the mails to an address, the oldest first. */
  private List<String> tokensFor(String email) {
    return jdbc
        .sql("select body from mail where recipient = ? order by created_at")
        .param(email)
        .query(String.class)
        .list()
        .stream()
        .map(body -> body.replaceAll("(?s).*/disclosures/confirm/([A-Za-z0-9_-]{43}).*", "$1"))
        .toList();
  }

  private static String someone() {
    return UUID.randomUUID() + "@dan.example";
  }

  @Test
  void shouldMakeAnObjectionOfWhatAnOutsiderConfirmsAndOnlyThen() {
    var outsiders = outsidersAt(clock);
    var email = someone();
    var form = UUID.randomUUID().toString();

    assertThat(submit(outsiders, written(form, email, nominee(0)), email)).isEqualTo("taken");
    assertThat(objections.of(list.dossierId())).isEmpty();
    assertThat(events).isEmpty();
    var token = tokensFor(email).getFirst();
    assertThat(
            jdbc.sql("select body from mail where recipient = ?")
                .param(email)
                .query(String.class)
                .single())
        .contains("Phạm Đình Khôi")
        .doesNotContain("Ngô Thị Bưởi", TEXT);

    assertThat(confirm(outsiders, token)).isEqualTo("confirmed");

    assertThat(objections.of(list.dossierId()))
        .singleElement()
        .satisfies(
            objection -> {
              assertThat(objection.source()).isEqualTo(ObjectionSource.MAIL);
              assertThat(objection.raisedBy()).isNull();
              assertThat(objection.email()).isEqualTo(email);
              assertThat(objection.text()).isEqualTo(TEXT);
            });
    assertThat(objections.seenBy("chuyenvien", list.dossierId()))
        .extracting(ObjectionView::raisedByName)
        .containsExactly("Ngô Thị Bưởi");
    assertThat(objections.seenBy("ttud", list.dossierId())).isEmpty();
    assertThat(events).containsExactly(new ObjectionRaised(form, list.dossierId(), nominee(0)));
    assertThat(
            jdbc.sql("select concat_ws(',', name, email, text) from pending_objection where id = ?")
                .param(form)
                .query(String.class)
                .single())
        .isEmpty();
  }

  @Test
  void shouldMakeOneObjectionOfAFormSentTwiceAndALinkOpenedTwice() throws Exception {
    var outsiders = outsidersAt(clock);
    var email = someone();
    var form = written(UUID.randomUUID().toString(), email, nominee(0));

    assertThat(together(() -> submit(outsiders, form, email), () -> submit(outsiders, form, email)))
        .containsExactly("taken", "taken");
    assertThat(tokensFor(email)).hasSize(1);
    var token = tokensFor(email).getFirst();
    assertThat(together(() -> confirm(outsiders, token), () -> confirm(outsiders, token)))
        .containsExactly("confirmed", "confirmed");

    assertThat(objections.of(list.dossierId())).hasSize(1);
    assertThat(events).hasSize(1);
  }

  @Test
  void shouldTakeOneObjectionOfOneMailAddressToOneNominee() {
    var outsiders = outsidersAt(clock);
    var email = someone();
    submit(outsiders, written(UUID.randomUUID().toString(), email, nominee(0)), email);
    submit(
        outsiders,
        written(UUID.randomUUID().toString(), email.toUpperCase(Locale.ROOT), nominee(0)),
        email);
    var tokens = tokensFor(email);

    assertThat(confirm(outsiders, tokens.get(0))).isEqualTo("confirmed");
    assertThat(confirm(outsiders, tokens.get(1))).isEqualTo("publication.refused.already-raised");
    assertThat(objections.of(list.dossierId())).hasSize(1);
  }

  @Test
  void shouldTakeOnlySoManyFormsOfOneMailAddressAndOfOneNetworkAddress() {
    // two instances that know nothing of each other but the database
    var outsiders = List.of(outsidersAt(clock), outsidersAt(clock));
    var email = someone();
    var address = UUID.randomUUID().toString();
    var answers = new ArrayList<String>();
    for (var n = 0; n < 3; n++) {
      var form = written(UUID.randomUUID().toString(), email, nominee(0));
      answers.add(submit(outsiders.get(n % 2), form, UUID.randomUUID().toString()));
    }
    for (var n = 0; n < 4; n++) {
      var form = written(UUID.randomUUID().toString(), someone(), nominee(0));
      answers.add(submit(outsiders.get(n % 2), form, address));
    }

    assertThat(answers)
        .containsExactly(
            "taken",
            "taken",
            "publication.refused.too-many",
            "taken",
            "taken",
            "taken",
            "publication.refused.too-many");
    assertThat(tokensFor(email)).hasSize(2);
    assertThat(
            jdbc.sql("select count(*) from request_counter where key_hash in (?, ?)")
                .params(email, address)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void shouldRefuseALinkAfterItsTimeOrTheListsTime() {
    var email = someone();
    submit(outsidersAt(clock), written(UUID.randomUUID().toString(), email, nominee(0)), email);
    var token = tokensFor(email).getFirst();
    var tooLate = Clock.offset(clock, Duration.ofHours(49));
    var over = Clock.fixed(list.until().plusSeconds(1), clock.getZone());

    assertThat(confirm(outsidersAt(tooLate), token)).isEqualTo("publication.refused.expired");
    transaction.executeWithoutResult(status -> disclosures.close(list.dossierId()));
    assertThat(confirm(outsidersAt(clock), token)).isEqualTo("publication.refused.closed");
    assertThat(
            submit(
                outsidersAt(over),
                written(UUID.randomUUID().toString(), someone(), nominee(0)),
                email))
        .isEqualTo("publication.refused.closed");
    assertThat(confirm(outsidersAt(clock), "x".repeat(43))).isEqualTo("publication.refused.link");
    assertThat(objections.of(list.dossierId())).isEmpty();
  }

  @Test
  void shouldForgetWhatNobodyConfirmed() {
    var form = UUID.randomUUID().toString();
    submit(outsidersAt(clock), written(form, someone(), nominee(0)), "198.51.100.1");
    var later = outsidersAt(Clock.offset(clock, Duration.ofDays(4)));

    submit(later, written(UUID.randomUUID().toString(), someone(), nominee(0)), "198.51.100.2");

    assertThat(
            jdbc.sql("select count(*) from pending_objection where id = ?")
                .param(form)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void shouldMailNobodyForARobotOrAnIncompleteForm() {
    var outsiders = outsidersAt(clock);
    var email = someone();
    var form = UUID.randomUUID().toString();
    var dossier = list.dossierId();
    var name = "Ngô Thị Bưởi";

    assertThat(
            List.of(
                submit(
                    outsiders,
                    new PublicObjection(
                        form, dossier, nominee(0), name, email, TEXT, true, "http://x.example"),
                    email),
                submit(
                    outsiders,
                    new PublicObjection(form, dossier, "n-x", name, email, TEXT, true, ""),
                    email),
                submit(
                    outsiders,
                    new PublicObjection(form, dossier, nominee(0), null, email, TEXT, true, ""),
                    email),
                submit(
                    outsiders,
                    new PublicObjection(
                        form, dossier, nominee(0), name, "x@y\nBcc: z@w.vn", TEXT, true, ""),
                    email),
                submit(
                    outsiders,
                    new PublicObjection(form, dossier, nominee(0), name, email, "Sai", true, ""),
                    email),
                submit(
                    outsiders,
                    new PublicObjection(form, dossier, nominee(0), name, email, TEXT, false, ""),
                    email)))
        .containsExactly(
            "taken",
            "publication.refused.unknown-nominee",
            "publication.refused.name",
            "publication.refused.email",
            "publication.refused.text-length",
            "publication.refused.consent");
    assertThat(tokensFor(email)).isEmpty();
  }

  @Test
  void shouldAnswerAnOutsiderByMail() {
    var outsiders = outsidersAt(clock);
    var email = someone();
    var form = UUID.randomUUID().toString();
    submit(outsiders, written(form, email, nominee(0)), email);
    confirm(outsiders, tokensFor(email).getFirst());

    transaction.executeWithoutResult(
        status -> objections.resolve(form, false, "Có biên bản bình xét.", "chanhvp"));

    assertThat(
            jdbc.sql("select body from mail where recipient = ? order by created_at desc limit 1")
                .param(email)
                .query(String.class)
                .single())
        .contains("kiến nghị không đúng", "Có biên bản bình xét.")
        .doesNotContain("Ngô Thị Bưởi");
  }

  @Test
  void shouldEnterALetterOnceAndOnlyFromTheTimeOfTheList() {
    var today = LocalDate.now(clock);
    var form = UUID.randomUUID().toString();
    var letter = letter(form, today);

    transaction.executeWithoutResult(status -> objections.enter(letter, "chuyenvien"));
    transaction.executeWithoutResult(status -> objections.enter(letter, "chuyenvien"));

    assertThat(objections.of(list.dossierId()))
        .singleElement()
        .satisfies(
            objection -> {
              assertThat(objection.source()).isEqualTo(ObjectionSource.PAPER);
              assertThat(objection.receivedOn()).isEqualTo(today);
              assertThat(objection.enteredBy()).isEqualTo("Phạm Thị Minh Thư");
            });
    assertThat(events).hasSize(1);
    assertThatThrownBy(
            () -> objections.enter(letter(UUID.randomUUID().toString(), today), "giamdoc"))
        .isInstanceOf(AccessDeniedException.class);
    for (var day : new LocalDate[] {null, today.minusDays(1), today.plusDays(1)}) {
      assertThatThrownBy(
              () ->
                  transaction.executeWithoutResult(
                      status ->
                          objections.enter(
                              letter(UUID.randomUUID().toString(), day), "chuyenvien")))
          .isInstanceOf(ObjectionRefused.class)
          .hasMessage("publication.refused.received-on");
    }
  }

  private Letter letter(String form, LocalDate received) {
    return new Letter(
        form,
        list.dossierId(),
        nominee(1),
        "Ngô Thị Bưởi",
        "Ấp 3, xã Tân Bình",
        null,
        TEXT,
        received);
  }

  private static DisclosureList list(Instant from, Instant until) {
    return new DisclosureList(
        UUID.randomUUID().toString(),
        "Danh sách công khai đợt kiểm tra",
        from,
        until,
        List.of(
            new DisclosureList.Line(
                UUID.randomUUID().toString(),
                "Phạm Đình Khôi",
                "Phòng Quản lý Khoa học",
                "Giấy khen",
                "Cải tiến thủ tục"),
            new DisclosureList.Line(
                UUID.randomUUID().toString(), "Lâm Chí Cường", "Trung tâm", "Giấy khen", "Ý")));
  }
}
