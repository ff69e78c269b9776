package vn.commendation.nomination;

import static vn.commendation.document.DocumentField.flag;
import static vn.commendation.document.DocumentField.rows;
import static vn.commendation.document.DocumentField.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.commendation.audit.Recorded;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.Citations;
import vn.commendation.award.CommendationType;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Account;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.document.DocumentContent;
import vn.commendation.document.DocumentField;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.DocumentSource;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.Letters;
import vn.commendation.document.Phrases;
import vn.commendation.document.Signatures.Signature;
import vn.commendation.notification.Notices;

/**
 * What a unit sends with its nominations in one campaign: the minutes of its meeting, with blanks
 * for what only the meeting knows, and its proposal with the list. An unplanned nomination has its
 * own.
 */
@Component
class UnitDocuments implements DocumentSource {

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final int UUID_LENGTH = 36;

  private static final Set<String> STEPS =
      Set.of("nomination.submitted", "nomination.supplemented", "nomination.withdrawn");

  private static final DocumentField NAME = text("ten", "Bà Lê Thị Bích Ngọc");
  private static final DocumentField POSITION = text("chuc_vu", "Chuyên viên");
  private static final DocumentField AWARD =
      text("danh_hieu", "Giấy khen của Giám đốc Sở Khoa học và Công nghệ");
  private static final DocumentField MERIT = text("thanh_tich", "Rút ngắn quy trình thẩm định");

  private final NominationRepository nominations;
  private final CaseRules rules;
  private final Awards awards;
  private final Citations citations;
  private final Campaigns campaigns;
  private final Directory directory;
  private final FormalDocuments documents;
  private final Letters letters;
  private final Notices notices;
  private final Clock clock;

  UnitDocuments(
      NominationRepository nominations,
      CaseRules rules,
      Awards awards,
      Citations citations,
      Campaigns campaigns,
      Directory directory,
      FormalDocuments documents,
      Letters letters,
      Notices notices,
      Clock clock) {
    this.nominations = nominations;
    this.rules = rules;
    this.awards = awards;
    this.citations = citations;
    this.campaigns = campaigns;
    this.directory = directory;
    this.documents = documents;
    this.letters = letters;
    this.notices = notices;
    this.clock = clock;
  }

  /** The subject of the documents that a nomination belongs to. */
  static String subjectOf(Nomination nomination) {
    return nomination.campaignId() == null
        ? nomination.getId()
        : nomination.campaignId() + "-" + nomination.unitId();
  }

  /** Has the unit's documents drawn up, or drawn up again, once its list has changed. */
  @EventListener
  void recorded(Recorded step) {
    if (STEPS.contains(step.action())) {
      nominations
          .findById(step.subjectId())
          .ifPresent(
              nomination -> {
                var subject = subjectOf(nomination);
                documents.queue(DocumentKind.UNIT_MINUTES, subject, step.actor());
                documents.queue(DocumentKind.UNIT_PROPOSAL, subject, step.actor());
              });
    }
  }

  @Override
  public Set<DocumentKind> kinds() {
    return EnumSet.of(DocumentKind.UNIT_MINUTES, DocumentKind.UNIT_PROPOSAL);
  }

  @Override
  public List<DocumentField> fields(DocumentKind kind) {
    var unit = text("ten_don_vi", "Phòng Quản lý Khoa học");
    var count = text("so_luong", "01 tập thể và 02 cá nhân");
    var merit = text("phong_trao", "trong phong trào thi đua học tập và làm theo Bác");
    return kind == DocumentKind.UNIT_MINUTES
        ? Letters.fields(
            unit,
            count,
            merit,
            text("nam", "2026"),
            text("chu_tri", "Bà Trần Thị Thanh Hòa, Trưởng phòng"),
            text("so_nguoi", "05"),
            rows("danh_sach", NAME, POSITION, AWARD, MERIT))
        : Letters.fields(
            unit,
            count,
            merit,
            text("kinh_gui", "Hội đồng Thi đua - Khen thưởng Sở Khoa học và Công nghệ"),
            rows("can_cu", text("noi_dung", "Căn cứ Luật Thi đua, khen thưởng;")),
            flag("co_tap_the", true),
            rows("tap_the", text("ten", "Phòng Quản lý Khoa học"), AWARD, MERIT),
            flag("co_ca_nhan", true),
            rows("ca_nhan", NAME, POSITION, AWARD, MERIT));
  }

  @Override
  public Set<DocumentKind> offered(String subject, Account account) {
    return mayWrite(subject, account) && !list(subject).isEmpty() ? kinds() : Set.of();
  }

  @Override
  public boolean mayRead(DocumentKind kind, String subject, Account account) {
    return NominationAccess.seesAll(account) || mayWrite(subject, account);
  }

  @Override
  public boolean mayAttach(DocumentKind kind, String subject, Account account) {
    return mayWrite(subject, account);
  }

  private boolean mayWrite(String subject, Account account) {
    return NominationAccess.mayNominate(account)
        && unit(subject).filter(unit -> unit == account.person().unit().id()).isPresent();
  }

  @Override
  public DocumentContent content(DocumentKind kind, String subject) {
    var list = list(subject);
    if (list.isEmpty()) {
      throw new DocumentRefused("not-yet");
    }
    var unit = directory.unit(list.getFirst().unitId()).orElseThrow();
    return kind == DocumentKind.UNIT_MINUTES ? minutes(list, unit) : proposal(list, unit);
  }

  @Override
  public String path(String subject) {
    return subject.length() == UUID_LENGTH ? "/nominations/" + subject : "/nominations";
  }

  private DocumentContent minutes(List<Nomination> list, Unit unit) {
    var values = values(DocumentKind.UNIT_MINUTES, "unit-paper.minutes", list, unit);
    values.put("so_ky_hieu", notices.get("unit-paper.minutes-symbol", unit.code()));
    values.put("nam", String.valueOf(LocalDate.now(clock).getYear()));
    values.put(
        "chu_tri",
        head(unit)
            .map(
                head -> Phrases.salutation(head.gender(), head.fullName()) + ", " + head.position())
            .orElse(notices.get("unit-paper.blank")));
    values.put("so_nguoi", "%02d".formatted(directory.peopleOf(unit.id()).size()));
    values.put("danh_sach", lines(list, "chuc_vu"));
    return new DocumentContent((String) values.get("trich_yeu"), false, null, null, values);
  }

  private DocumentContent proposal(List<Nomination> list, Unit unit) {
    var values = values(DocumentKind.UNIT_PROPOSAL, "unit-paper.proposal", list, unit);
    values.put("so_ky_hieu", notices.get("unit-paper.proposal-symbol", unit.code()));
    values.put("kinh_gui", notices.get("unit-paper.council", letters.organisation().name()));
    values.put(
        "can_cu",
        Phrases.bases(
            citations.of(
                list.stream()
                    .map(nomination -> rules.setOf(nomination).code())
                    .collect(Collectors.toSet())),
            notices.get("unit-paper.basis")));
    var collectives = list.stream().filter(one -> one.personId() == null).toList();
    var individuals = list.stream().filter(one -> one.personId() != null).toList();
    values.put("co_tap_the", !collectives.isEmpty());
    values.put("tap_the", lines(collectives));
    values.put("co_ca_nhan", !individuals.isEmpty());
    values.put("ca_nhan", lines(individuals, "chuc_vu"));
    return new DocumentContent((String) values.get("trich_yeu"), false, null, null, values);
  }

  private Map<String, Object> values(
      DocumentKind kind, String subject, List<Nomination> list, Unit unit) {
    var merit = merit(list);
    var head = head(unit);
    var values =
        letters.values(
            kind,
            notices.get(subject, merit),
            new Signature(
                head.map(person -> person.position().toUpperCase(VIETNAMESE))
                    .orElse(notices.get("unit-paper.head")),
                head.map(Person::fullName).orElse("")));
    values.put("co_quan_chu_quan", letters.organisation().name().toUpperCase(VIETNAMESE));
    values.put("co_quan", unit.name().toUpperCase(VIETNAMESE));
    values.put("ten_don_vi", unit.name());
    values.put("phong_trao", merit);
    var collectives = list.stream().filter(one -> one.personId() == null).count();
    values.put("so_luong", Phrases.count(collectives, list.size() - collectives));
    return values;
  }

  private String merit(List<Nomination> list) {
    var first = list.getFirst();
    if (first.campaignId() == null) {
      return notices.get("dossier-paper.merit.unplanned");
    }
    var campaign = campaigns.find(first.campaignId());
    return campaign.map(Campaign::type).orElse(null) == CommendationType.MOVEMENT
        ? notices.get("dossier-paper.merit.campaign", Phrases.inside(campaign.get().title()))
        : notices.get("dossier-paper.merit.work", String.valueOf(first.periodTo().getYear()));
  }

  /** Whoever heads the unit and may nominate for it. */
  private Optional<Person> head(Unit unit) {
    return directory.accountsWith(Set.of(Role.UNIT_HEAD)).stream()
        .map(Account::person)
        .filter(person -> person.unit().id() == unit.id())
        .findFirst();
  }

  private List<Map<String, Object>> lines(List<Nomination> list, String... more) {
    var catalogue = awards.all().stream().collect(Collectors.toMap(Award::code, award -> award));
    return list.stream()
        .map(
            nomination -> {
              Map<String, Object> row = new HashMap<>();
              row.put(
                  "ten", Phrases.salutation(nomination.nomineeGender(), nomination.nomineeName()));
              if (List.of(more).contains("chuc_vu")) {
                row.put(
                    "chuc_vu",
                    nomination.nomineePosition() == null ? "" : nomination.nomineePosition());
              }
              row.put(
                  "danh_hieu",
                  Phrases.capital(
                      Phrases.award(
                          catalogue.get(nomination.awardCode()),
                          nomination.periodTo().getYear(),
                          letters.organisation())));
              row.put("thanh_tich", nomination.title());
              return row;
            })
        .toList();
  }

  private List<Nomination> list(String subject) {
    if (subject.length() == UUID_LENGTH) {
      return nominations.findById(subject).filter(one -> one.code() != null).stream().toList();
    }
    var ids = ids(subject);
    return nominations.sent(ids[0], ids[1]);
  }

  private Optional<Long> unit(String subject) {
    return subject.length() == UUID_LENGTH
        ? nominations.findById(subject).map(Nomination::unitId)
        : Optional.of(ids(subject)[1]);
  }

  private static long[] ids(String subject) {
    if (!subject.matches("\\d{1,18}-\\d{1,18}")) {
      throw new DocumentRefused("unknown");
    }
    var parts = subject.split("-");
    return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
  }
}
