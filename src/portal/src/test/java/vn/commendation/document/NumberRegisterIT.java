package vn.commendation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditTrail;
import vn.commendation.platform.LocalPlatformTest;

/** The register on the real database: what two clerks at once can and cannot do to it. */
@LocalPlatformTest
class NumberRegisterIT {

  private static final String CLERK = "vanthu";
  private static final int CLERKS = 12;
  private static final int DOCUMENTS = 60;

  @Autowired private NumberRegister register;
  @Autowired private TransactionTemplate transaction;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldNumberWithoutGapsWhoeverWritesAtOnceAndWhateverIsRolledBack() throws Exception {
    // the first series ever of this type and year: nobody has made it before
    var day = LocalDate.of(2019, 3, 5);
    var first = register.next(DocumentType.MINUTES, 2019);
    var start = new CountDownLatch(1);
    var running = new ArrayList<Future<Integer>>();
    try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
      for (var index = 0; index < DOCUMENTS; index++) {
        var fails = index % 5 == 0;
        Callable<Integer> work =
            () -> {
              start.await();
              return transaction.execute(
                  status -> {
                    var given =
                        register.register(
                            DocumentType.MINUTES, day, subject(), "Biên bản họp", null, CLERK);
                    if (fails) {
                      status.setRollbackOnly();
                    }
                    return given.number();
                  });
            };
        running.add(clerks.submit(work));
      }
      start.countDown();
      var kept = new ArrayList<Integer>();
      for (var index = 0; index < DOCUMENTS; index++) {
        var number = running.get(index).get();
        if (index % 5 != 0) {
          kept.add(number);
        }
      }

      assertThat(kept).doesNotHaveDuplicates().hasSize(DOCUMENTS * 4 / 5);
    }
    assertThat(numbers(DocumentType.MINUTES, 2019))
        .isEqualTo(IntStream.range(1, first + DOCUMENTS * 4 / 5).boxed().toList());
  }

  @Test
  void shouldGiveTheSameSubjectTheSameNumberAgain() {
    var subject = subject();
    var first = register(DocumentType.NOTICE, LocalDate.of(2020, 2, 29), subject, null);

    assertThat(register(DocumentType.NOTICE, LocalDate.of(2020, 3, 1), subject, null))
        .isEqualTo(first);
    assertThat(register.of(subject)).contains(first);
    assertThat(first.symbol()).matches("\\d{2,}/TB-SKHCN");
    assertThat(audit.of(subject)).extracting("action").containsExactly("document.registered");
    assertThatThrownBy(() -> register(DocumentType.PLAN, first.date(), subject, null))
        .isInstanceOfSatisfying(
            NumberRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo("other-type"));
  }

  @Test
  void shouldRefuseANumberThatIsTakenOrLeavesAGapAndADateOutOfOrder() {
    var day = LocalDate.of(2018, 6, 15);
    var next = register.next(DocumentType.PLAN, 2018);
    assertThat(register(DocumentType.PLAN, day, subject(), next).symbol())
        .isEqualTo("%02d/KH-KHCN".formatted(next));

    refused("taken", day, next);
    refused("gap", day, next + 2);
    refused("not-a-number", day, 0);
    refused("before-last", day.minusDays(1), null);
    refused("future", LocalDate.now(clock).plusDays(1), null);
    refused("no-symbol", LocalDate.of(2009, 12, 31), null);

    assertThat(register.next(DocumentType.PLAN, 2018)).isEqualTo(next + 1);
    assertThat(register(DocumentType.PLAN, day, subject(), next + 1).number()).isEqualTo(next + 1);
  }

  @Test
  void shouldBeginAgainInEveryYear() {
    var before = register.next(DocumentType.NOTICE, 2016);
    register(DocumentType.NOTICE, LocalDate.of(2016, 12, 31), subject(), null);

    assertThat(register.next(DocumentType.NOTICE, 2016)).isEqualTo(before + 1);
    assertThat(register.next(DocumentType.NOTICE, 2014)).isEqualTo(1);
  }

  @Test
  void shouldNeedATransactionThatLastsUntilTheDocumentHasItsNumber() {
    assertThatThrownBy(
            () ->
                register.register(
                    DocumentType.NOTICE, LocalDate.of(2020, 1, 1), subject(), "", null, CLERK))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void shouldFindDocumentsByYearTypeAndText() {
    var given =
        transaction.execute(
            status ->
                register.register(
                    DocumentType.NOTICE,
                    LocalDate.of(2017, 5, 4),
                    subject(),
                    "Thông báo 100% kết quả",
                    null,
                    CLERK));

    var found =
        register.search(2017, DocumentType.NOTICE, "100% kết", PageRequest.of(0, 20)).getContent();

    assertThat(found).isNotEmpty().extracting(RegisterEntry::number).contains(given);
    assertThat(found.getFirst().registeredBy()).isEqualTo("Bùi Thị Mai");
    assertThat(register.search(2017, DocumentType.PLAN, null, PageRequest.of(0, 20))).isEmpty();
    assertThat(register.search(null, null, "100% KHÔNG", PageRequest.of(0, 20))).isEmpty();
    assertThat(register.years()).contains(2017);
    assertThat(register.symbols())
        .filteredOn(symbol -> symbol.type() == DocumentType.DECISION)
        .singleElement()
        .satisfies(symbol -> assertThat(symbol.verified()).isFalse());
  }

  private void refused(String reason, LocalDate day, Integer wanted) {
    assertThatThrownBy(() -> register(DocumentType.PLAN, day, subject(), wanted))
        .isInstanceOfSatisfying(
            NumberRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private RegisteredNumber register(
      DocumentType type, LocalDate day, String subject, Integer wanted) {
    return transaction.execute(
        status -> register.register(type, day, subject, "Văn bản thử", wanted, CLERK));
  }

  private List<Integer> numbers(DocumentType type, int year) {
    return jdbc.sql(
            "select number from document_number where document_type = ? and year = ? order by 1")
        .params(type.name(), year)
        .query(Integer.class)
        .list();
  }

  private static String subject() {
    return UUID.randomUUID().toString();
  }
}
