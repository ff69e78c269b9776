package vn.commendation.dossier;

import static vn.commendation.document.Phrases.paragraph;
import static vn.commendation.document.Phrases.paragraphs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.BaseSalaries;
import vn.commendation.award.Citations;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.VoteDenominator;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.document.DocumentContent;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentRefused;
import vn.commendation.document.Letters;
import vn.commendation.document.Organisation;
import vn.commendation.document.Phrases;
import vn.commendation.document.Signatures;
import vn.commendation.document.Signatures.Signature;
import vn.commendation.document.VietnameseNumber;
import vn.commendation.document.Wording;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.Notices;
import vn.commendation.publication.Disclosures;

/** What the documents of a batch say. */
@Component
class DossierPapers {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final Cases cases;
  private final Council council;
  private final Conflicts conflicts;
  private final BatchedNominations nominations;
  private final Disclosures disclosures;
  private final Awards awards;
  private final Citations citations;
  private final BaseSalaries salaries;
  private final Campaigns campaigns;
  private final Directory directory;
  private final Letters letters;
  private final Signatures signatures;
  private final Notices notices;
  private final Clock clock;
  private final String officeAddress;

  DossierPapers(
      Cases cases,
      Council council,
      Conflicts conflicts,
      BatchedNominations nominations,
      Disclosures disclosures,
      Awards awards,
      Citations citations,
      BaseSalaries salaries,
      Campaigns campaigns,
      Directory directory,
      Letters letters,
      Signatures signatures,
      Notices notices,
      Clock clock,
      @Value("${commendation.publication.office-address}") String officeAddress) {
    this.cases = cases;
    this.council = council;
    this.conflicts = conflicts;
    this.nominations = nominations;
    this.disclosures = disclosures;
    this.awards = awards;
    this.citations = citations;
    this.salaries = salaries;
    this.campaigns = campaigns;
    this.directory = directory;
    this.letters = letters;
    this.signatures = signatures;
    this.notices = notices;
    this.clock = clock;
    this.officeAddress = officeAddress;
  }

  /** Those a document to be signed names, and whoever was awarded or not since. */
  static List<DossierItem> signable(Dossier dossier) {
    return dossier.items().stream()
        .filter(
            item ->
                item.standing()
                    || item.status() == ItemStatus.AWARDED
                    || item.status() == ItemStatus.NOT_AWARDED)
        .toList();
  }

  /** Whether the Department hands over a certificate to anybody of an issued batch. */
  boolean certified(Dossier dossier) {
    var certificates = awards.certificates();
    return dossier.withStatus(ItemStatus.AWARDED).stream()
        .anyMatch(item -> certificates.containsKey(item.awardCode()));
  }

  /** Whether there is money to hand over, and it is known how much. */
  boolean paid(Dossier dossier) {
    return dossier.numberDate() != null
        && salaries.on(dossier.numberDate()).isPresent()
        && cases.rules(dossier).values().stream().anyMatch(rule -> rule.moneyFactor() != null);
  }

  DocumentContent content(DocumentKind kind, Dossier dossier) {
    return switch (kind) {
      case MEETING_INVITATION -> invitation(dossier);
      case BALLOT_PAPER -> ballotPaper(dossier);
      case COUNTING_MINUTES -> counting(dossier);
      case MEETING_MINUTES -> minutes(dossier);
      case DISCLOSURE_NOTICE -> disclosure(dossier);
      case DECISION -> decision(dossier);
      case PROVINCE_PROPOSAL -> proposal(dossier);
      case TRANSMISSION_LETTER -> transmission(dossier);
      case CERTIFICATE -> certificate(dossier);
      case AWARD_MONEY_LIST -> money(dossier);
      default -> throw new DocumentRefused("unknown");
    };
  }

  // the council
  // ------------------------------------------------------------------------------------

  private DocumentContent invitation(Dossier dossier) {
    var batch = new Batch(dossier, considered(dossier));
    var today = LocalDate.now(clock);
    var members = council.inForce(today);
    var values = ofCouncil(DocumentKind.MEETING_INVITATION, "dossier-paper.invitation", members);
    values.put("so_luong", batch.count());
    describe(values, dossier);
    values.put("chu_tri", seat(members, CouncilRole.CHAIR));
    values.put("nam", String.valueOf(today.getYear()));
    values.put("thanh_vien", members(members));
    return open(values);
  }

  private DocumentContent ballotPaper(Dossier dossier) {
    var batch = new Batch(dossier, considered(dossier));
    var members = council.inForce(LocalDate.now(clock));
    var values = ofCouncil(DocumentKind.BALLOT_PAPER, "dossier-paper.ballot", members);
    values.put("trich_yeu", notices.get("dossier-paper.ballot", dossier.title()));
    values.put("danh_sach", batch.rows(batch.items, "ten", "chuc_vu_don_vi", "danh_hieu"));
    var found = ballotConflicts(dossier, members);
    values.put("co_lien_quan", !found.isEmpty());
    values.put(
        "lien_quan",
        found.stream()
            .map(
                one ->
                    notices.get(
                        "dossier-paper.conflict-of", one.memberName(), nominee(dossier, one)))
            .collect(Collectors.joining("; ")));
    return open(values);
  }

  private DocumentContent counting(Dossier dossier) {
    var members = council.inForce(dossier.meetingDate());
    var values = ofCouncil(DocumentKind.COUNTING_MINUTES, "dossier-paper.counting", members);
    values.put("trich_yeu", notices.get("dossier-paper.counting", dossier.title()));
    ballot(values, dossier);
    values.put("ngay_hop", Wording.date(dossier.meetingDate()));
    values.put("thu_ky", recorder(dossier, members));
    values.put("nguoi_ky", recorderName(dossier, members));
    values.put("ket_luan_kiem_phieu", counted(dossier));
    values.put("quyen_han_chuc_vu", "");
    return dated(values, dossier.meetingDate());
  }

  private List<Map<String, Object>> counted(Dossier dossier) {
    var batch = new Batch(dossier, voted(dossier));
    var passed = batch.items.stream().filter(item -> !failed(item)).toList();
    var rows = new ArrayList<Map<String, Object>>();
    rows.add(
        paragraph(
            passed.isEmpty()
                ? notices.get("dossier-paper.nobody-passed")
                : notices.get("dossier-paper.passed", batch.count(passed), batch.names(passed))));
    var out = batch.items.stream().filter(DossierPapers::failed).toList();
    if (!out.isEmpty()) {
      rows.add(paragraph(notices.get("dossier-paper.failed", batch.count(out), batch.names(out))));
    }
    return rows;
  }

  private DocumentContent minutes(Dossier dossier) {
    var members = council.inForce(dossier.meetingDate());
    var batch = new Batch(dossier, voted(dossier));
    var values = ofCouncil(DocumentKind.MEETING_MINUTES, "dossier-paper.minutes", members);
    values.put("trich_yeu", notices.get("dossier-paper.minutes", dossier.title()));
    ballot(values, dossier);
    values.put("so_luong_xet", batch.count());
    values.put("ngay_hop", Wording.date(dossier.meetingDate()));
    values.put("chu_tri", seat(members, CouncilRole.CHAIR));
    values.put("thu_ky", recorder(dossier, members));
    values.put("ten_thu_ky", recorderName(dossier, members));
    values.put("thanh_vien", members(members));
    values.put("noi_dung_hop", paragraphs(dossier.minutes()));
    values.put("co_noi_dung_hop", !paragraphs(dossier.minutes()).isEmpty());
    var chosen = chosen(batch);
    values.put("co_suat", !chosen.isEmpty());
    values.put("chon_suat", chosen);
    values.put("ket_luan", conclusion(dossier, batch));
    return dated(values, dossier.meetingDate());
  }

  private void ballot(Map<String, Object> values, Dossier dossier) {
    var batch = new Batch(dossier, voted(dossier));
    var rules = batch.rules();
    describe(values, dossier);
    values.put("so_thanh_vien", two(dossier.councilSize()));
    values.put(
        "hinh_thuc_bo_phieu",
        notices.get(
            rules.stream().anyMatch(AwardRule::secretBallot)
                ? "dossier-paper.secret-ballot"
                : "dossier-paper.ballot-held"));
    values.put("mau_so", denominator(dossier, rules));
    values.put("ket_qua_bo_phieu", batch.items.stream().map(batch::votes).toList());
    var found = conflicts.stored(dossier.getId());
    values.put("co_lien_quan", !found.isEmpty());
    values.put(
        "danh_sach_lien_quan",
        Phrases.enumeration(
            found.stream()
                .map(
                    one ->
                        notices.get(
                            "dossier-paper.conflict",
                            one.memberName(),
                            nominee(dossier, one),
                            notices.get("dossier-paper.conflict." + one.kind())))
                .toList()));
  }

  private String denominator(Dossier dossier, List<AwardRule> rules) {
    var all =
        rules.stream().map(AwardRule::voteDenominator).filter(Objects::nonNull).distinct().toList();
    if (all.equals(List.of(VoteDenominator.ENTITLED_MEMBERS))) {
      return notices.get("dossier-paper.of-entitled");
    }
    return notices.get("dossier-paper.of-all", two(dossier.councilSize()));
  }

  private List<Map<String, Object>> chosen(Batch batch) {
    var ranked =
        batch.items.stream()
            .filter(item -> item.view().rank() != null || item.status() == ItemStatus.LEFT_OUT)
            .sorted(
                Comparator.comparing(
                    (DossierItem item) -> item.view().rank(),
                    Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    return Phrases.enumeration(
        ranked.stream()
            .map(
                item ->
                    notices.get(
                        item.status() == ItemStatus.LEFT_OUT
                            ? "dossier-paper.left-out"
                            : "dossier-paper.kept",
                        batch.name(item),
                        batch.award(item)))
            .toList());
  }

  private String conclusion(Dossier dossier, Batch batch) {
    var passed =
        batch.items.stream()
            .filter(item -> !failed(item) && item.status() != ItemStatus.LEFT_OUT)
            .toList();
    if (passed.isEmpty()) {
      return notices.get("dossier-paper.nobody-passed");
    }
    return notices.get(
        "dossier-paper.conclusion." + dossier.authority(),
        batch.organisation.name(),
        batch.organisation.parentName(),
        new Batch(dossier, passed).given().stream().collect(Collectors.joining("; ")));
  }

  private Map<String, Object> ofCouncil(
      DocumentKind kind, String subject, List<CouncilMember> members) {
    var chair = of(members, CouncilRole.CHAIR).map(CouncilMember::name).orElse("");
    var values =
        letters.values(
            kind, notices.get(subject, ""), new Signature(notices.get("signature.COUNCIL"), chair));
    values.put("co_quan_chu_quan", letters.organisation().name().toUpperCase(VIETNAMESE));
    values.put("co_quan", notices.get("dossier-paper.council-heading"));
    return values;
  }

  private static void describe(Map<String, Object> values, Dossier dossier) {
    values.put("ma_dot", dossier.code());
    values.put("ten_dot", dossier.title());
  }

  private List<Map<String, Object>> members(List<CouncilMember> members) {
    return members.stream()
        .map(
            member ->
                Phrases.row(
                    "ten",
                    addressed(member),
                    "chuc_vu",
                    member.position(),
                    "vai_tro",
                    notices.get("council-role." + member.role())))
        .toList();
  }

  private String seat(List<CouncilMember> members, CouncilRole role) {
    return of(members, role).map(this::described).orElse("………………………………………………");
  }

  private String described(CouncilMember member) {
    return notices.get(
        "dossier-paper.seat",
        addressed(member),
        member.position(),
        notices.get("dossier-paper.seat." + member.role()));
  }

  /** Whoever recorded the votes; a seat of his or hers is named with it. */
  private String recorder(Dossier dossier, List<CouncilMember> members) {
    return recorderSeat(dossier, members)
        .map(this::described)
        .orElseGet(() -> seat(members, CouncilRole.SECRETARY));
  }

  private String recorderName(Dossier dossier, List<CouncilMember> members) {
    return recorderSeat(dossier, members)
        .or(() -> of(members, CouncilRole.SECRETARY))
        .map(CouncilMember::name)
        .orElse("");
  }

  private Optional<CouncilMember> recorderSeat(Dossier dossier, List<CouncilMember> members) {
    var person = directory.account(dossier.ballotRecordedBy()).person().id();
    return members.stream().filter(member -> member.personId() == person).findFirst();
  }

  private static Optional<CouncilMember> of(List<CouncilMember> members, CouncilRole role) {
    return members.stream().filter(member -> member.role() == role).findFirst();
  }

  private String addressed(CouncilMember member) {
    return directory
        .person(member.personId())
        .map(person -> Phrases.salutation(person.gender(), member.name()))
        .orElse(member.name());
  }

  private List<Conflict> ballotConflicts(Dossier dossier, List<CouncilMember> members) {
    return dossier.meetingDate() == null
        ? conflicts.of(dossier, members)
        : conflicts.stored(dossier.getId());
  }

  private static String nominee(Dossier dossier, Conflict conflict) {
    return dossier.item(conflict.nominationId()).map(DossierItem::nomineeName).orElse("");
  }

  // lists to be signed
  // -----------------------------------------------------------------------------

  private DocumentContent disclosure(Dossier dossier) {
    var shown = disclosures.find(dossier.getId()).orElseThrow(() -> new DocumentRefused("not-yet"));
    var names =
        shown.list().lines().stream().map(line -> line.nominationId()).collect(Collectors.toSet());
    var batch =
        new Batch(
            dossier,
            dossier.items().stream().filter(item -> names.contains(item.nominationId())).toList());
    var day = day(shown.list().from());
    var values =
        letters.values(
            DocumentKind.DISCLOSURE_NOTICE,
            notices.get("dossier-paper.disclosure"),
            signatures.notice(day));
    values.put(
        "can_cu", Phrases.bases(batch.laws(), notices.get("dossier-paper.basis.disclosure")));
    values.put("so_luong", batch.count());
    values.put("tu_ngay", Wording.date(day));
    values.put("den_ngay", Wording.date(day(shown.list().until())));
    values.put("noi_tiep_nhan", officeAddress);
    lists(values, batch);
    return dated(values, day);
  }

  private DocumentContent decision(Dossier dossier) {
    var batch = new Batch(dossier, signable(dossier));
    var values =
        letters.values(
            DocumentKind.DECISION,
            notices.get("dossier-paper.decision", batch.subject()),
            signature(dossier));
    var head = notices.get("dossier-paper.head", batch.organisation.name());
    values.put("tham_quyen", head.toUpperCase(VIETNAMESE));
    values.put("nguoi_quyet_dinh", head);
    values.put("can_cu", Phrases.bases(bases(batch), notices.get("dossier-paper.basis.decision")));
    given(
        values,
        batch,
        "dossier-paper.article-1",
        "dossier-paper.article-1-several",
        "dossier-paper.gives");
    lists(values, batch);
    return numbered(dossier, values);
  }

  private DocumentContent proposal(Dossier dossier) {
    var batch = new Batch(dossier, signable(dossier));
    var state = dossier.authority() == DecidingAuthority.STATE;
    var values =
        letters.values(
            DocumentKind.PROVINCE_PROPOSAL,
            notices.get("dossier-paper.proposal", batch.subject()),
            signature(dossier));
    var parent = batch.organisation.parentName();
    values.put("kinh_gui", notices.get("dossier-paper.chairman", parent));
    values.put("noi_trinh", notices.get("dossier-paper.chairman", parent));
    values.put(
        "de_nghi_quyet_dinh",
        notices.get(state ? "dossier-paper.forwards" : "dossier-paper.decides"));
    values.put("can_cu", Phrases.bases(bases(batch), notices.get("dossier-paper.basis.proposal")));
    given(
        values,
        batch,
        "dossier-paper.asks",
        "dossier-paper.asks-several",
        "dossier-paper.asks-for");
    values.put("da_cong_khai", dossier.disclosedUntil() != null);
    values.put("da_bo_phieu", dossier.meetingDate() != null);
    lists(values, batch);
    return numbered(dossier, values);
  }

  private void given(
      Map<String, Object> values, Batch batch, String one, String several, String line) {
    var given = batch.given();
    if (given.size() == 1) {
      values.put(
          "dieu_1",
          notices.get(
              one, batch.organisation.name(), batch.organisation.parentName(), given.getFirst()));
      values.put("khen_thuong", List.of());
      return;
    }
    values.put(
        "dieu_1",
        notices.get(
            several,
            batch.organisation.name(),
            batch.organisation.parentName(),
            batch.count(),
            batch.merit()));
    values.put(
        "khen_thuong",
        Phrases.enumeration(given.stream().map(award -> notices.get(line, award)).toList()));
  }

  private List<String> bases(Batch batch) {
    var bases = new ArrayList<>(batch.laws());
    Optional.ofNullable(batch.organisation.mandate()).ifPresent(bases::add);
    batch.campaigns().stream().map(this::plan).forEach(bases::add);
    if (batch.dossier.meetingDate() != null) {
      bases.add(
          notices.get("dossier-paper.basis.minutes", Wording.date(batch.dossier.meetingDate())));
    }
    return bases;
  }

  private String plan(Campaign campaign) {
    return notices.get(
        campaign.planNumber().startsWith("/")
            ? "dossier-paper.basis.plan-unnumbered"
            : "dossier-paper.basis.plan",
        campaign.planNumber(),
        Wording.date(campaign.planDate()),
        letters.organisation().name(),
        Phrases.inside(campaign.title()));
  }

  private DocumentContent transmission(Dossier dossier) {
    var batch = new Batch(dossier, signable(dossier));
    var board = notices.get("dossier-paper.board", batch.organisation.province());
    var values =
        letters.values(
            DocumentKind.TRANSMISSION_LETTER,
            notices.get("dossier-paper.transmission", dossier.numberSymbol()),
            signatures.notice(dossier.numberDate()));
    values.put("ve_viec", notices.get("dossier-paper.about-transmission"));
    values.put("kinh_gui", board);
    values.put("so_to_trinh", dossier.numberSymbol());
    values.put("ngay_to_trinh", Wording.date(dossier.numberDate()));
    values.put(
        "trich_yeu_to_trinh",
        Phrases.inside(notices.get("dossier-paper.proposal", batch.subject())));
    values.put("so_luong", batch.count());
    values.put("da_bo_phieu", dossier.meetingDate() != null);
    values.put("ho_so_chuyen", batch.items.stream().map(batch::sent).toList());
    var answered = dossier.boardAnswer() != null;
    values.put("co_giai_trinh", answered);
    values.put("yeu_cau_cua_tinh", answered ? dossier.boardQuestion() : null);
    values.put("giai_trinh", answered ? Phrases.sentence(dossier.boardAnswer()) : null);
    return open(values);
  }

  // what follows the decision
  // ----------------------------------------------------------------------

  private DocumentContent certificate(Dossier dossier) {
    var certificates = awards.certificates();
    var batch =
        new Batch(
            dossier,
            dossier.withStatus(ItemStatus.AWARDED).stream()
                .filter(item -> certificates.containsKey(item.awardCode()))
                .toList());
    var values =
        letters.values(
            DocumentKind.CERTIFICATE,
            notices.get("dossier-paper.certificates", dossier.numberSymbol()),
            signature(dossier));
    values.put(
        "tham_quyen",
        notices
            .get(
                "dossier-paper.head-of-province",
                batch.organisation.name(),
                batch.organisation.province())
            .toUpperCase(VIETNAMESE));
    values.put("ngay_quyet_dinh", Wording.date(dossier.numberDate()));
    values.put(
        "giay_khen",
        batch.items.stream()
            .map(
                item -> {
                  var row = batch.row(item, "ten", "chuc_vu_don_vi");
                  row.put("thanh_tich", batch.merit());
                  row.put("ten_giay", certificates.get(item.awardCode()));
                  return row;
                })
            .toList());
    return numbered(dossier, values);
  }

  private DocumentContent money(Dossier dossier) {
    var batch = new Batch(dossier, dossier.withStatus(ItemStatus.AWARDED));
    var salary =
        salaries.on(dossier.numberDate()).orElseThrow(() -> new DocumentRefused("no-base-salary"));
    var values =
        letters.values(
            DocumentKind.AWARD_MONEY_LIST,
            notices.get("dossier-paper.money", batch.merit()),
            signature(dossier));
    values.put("so_quyet_dinh", dossier.numberSymbol());
    values.put("ngay_quyet_dinh", Wording.date(dossier.numberDate()));
    values.put("nguoi_quyet_dinh", notices.get("dossier-paper.head", batch.organisation.name()));
    values.put("luong_co_so", Wording.number(salary.amount()));
    values.put("can_cu_luong", salary.legalBasis());
    var rows = new ArrayList<Map<String, Object>>();
    var total = 0L;
    for (var item : batch.items) {
      var factor = batch.described.get(item.nominationId()).rule().moneyFactor();
      if (factor != null) {
        var sum = salary.times(factor);
        total += sum;
        var row = batch.row(item, "ten", "chuc_vu_don_vi", "danh_hieu");
        row.put("he_so", factor.stripTrailingZeros().toPlainString().replace('.', ','));
        row.put("thanh_tien", Wording.number(sum));
        rows.add(row);
      }
    }
    values.put("tien_thuong", rows);
    values.put("tong_so", Wording.number(total));
    values.put("bang_chu", VietnameseNumber.dong(total));
    return open(values);
  }

  // what they share
  // --------------------------------------------------------------------------------

  private static Signature signature(Dossier dossier) {
    return new Signature(dossier.signatureLine(), dossier.signatoryName());
  }

  private static DocumentContent numbered(Dossier dossier, Map<String, Object> values) {
    return new DocumentContent(
        (String) values.get("trich_yeu"),
        dossier.numberSymbol() == null,
        dossier.numberSymbol(),
        dossier.numberDate(),
        values);
  }

  /** Number and date are written by hand. */
  private static DocumentContent open(Map<String, Object> values) {
    return dated(values, null);
  }

  private static DocumentContent dated(Map<String, Object> values, LocalDate day) {
    return new DocumentContent((String) values.get("trich_yeu"), false, null, day, values);
  }

  private static void lists(Map<String, Object> values, Batch batch) {
    values.put("co_tap_the", !batch.collectives().isEmpty());
    values.put(
        "tap_the",
        batch.rows(batch.collectives(), "ten", "danh_hieu", "thanh_tich", "ket_qua_phieu"));
    values.put("co_ca_nhan", !batch.individuals().isEmpty());
    values.put(
        "ca_nhan",
        batch.rows(
            batch.individuals(),
            "ten",
            "chuc_vu_don_vi",
            "chuc_vu",
            "danh_hieu",
            "thanh_tich",
            "ket_qua_phieu"));
  }

  /** Before the ballot whoever is in the batch, after it whoever was voted on. */
  private static List<DossierItem> considered(Dossier dossier) {
    return dossier.meetingDate() == null
        ? dossier.items().stream()
            .filter(item -> item.standing() || item.status() == ItemStatus.PAUSED)
            .toList()
        : voted(dossier);
  }

  private static List<DossierItem> voted(Dossier dossier) {
    return dossier.items().stream().filter(item -> item.votesFor() != null).toList();
  }

  private static boolean failed(DossierItem item) {
    return item.status() == ItemStatus.NOT_PASSED;
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }

  private static String two(Integer number) {
    return "%02d".formatted(number);
  }

  /** Nominees of a batch and what is said of them. */
  private final class Batch {

    private final Dossier dossier;
    private final List<DossierItem> items;
    private final Map<String, AcceptedNomination> described;
    private final Map<String, Award> catalogue;
    private final Organisation organisation = letters.organisation();

    Batch(Dossier dossier, List<DossierItem> items) {
      this.dossier = dossier;
      this.described = cases.of(items);
      this.catalogue =
          awards.all().stream().collect(Collectors.toMap(Award::code, Function.identity()));
      var order = new ArrayList<>(catalogueOrder());
      this.items =
          items.stream()
              .sorted(Comparator.comparingInt(item -> order.indexOf(item.awardCode())))
              .toList();
    }

    private List<String> catalogueOrder() {
      return awards.all().stream().map(Award::code).toList();
    }

    List<DossierItem> collectives() {
      return items.stream().filter(item -> item.personId() == null).toList();
    }

    List<DossierItem> individuals() {
      return items.stream().filter(item -> item.personId() != null).toList();
    }

    String count() {
      return count(items);
    }

    String count(List<DossierItem> some) {
      var collectives = some.stream().filter(item -> item.personId() == null).count();
      return Phrases.count(collectives, some.size() - collectives);
    }

    String names(List<DossierItem> some) {
      return some.stream().map(this::name).collect(Collectors.joining("; "));
    }

    String name(DossierItem item) {
      return Phrases.salutation(one(item).nomineeGender(), item.nomineeName());
    }

    String award(DossierItem item) {
      return Phrases.award(catalogue.get(item.awardCode()), item.year(), organisation);
    }

    List<AwardRule> rules() {
      return items.stream().map(item -> one(item).rule()).toList();
    }

    List<String> laws() {
      return citations.of(rules().stream().map(AwardRule::ruleSet).collect(Collectors.toSet()));
    }

    List<Campaign> campaigns() {
      Set<Long> ids =
          items.stream()
              .map(DossierItem::campaignId)
              .filter(Objects::nonNull)
              .collect(Collectors.toCollection(TreeSet::new));
      return ids.stream().flatMap(id -> campaigns.find(id).stream()).toList();
    }

    /** What they are commended for. */
    String merit() {
      var named = campaigns();
      if (named.size() == 1
          && items.stream().allMatch(item -> one(item).type() == CommendationType.MOVEMENT)) {
        return notices.get(
            "dossier-paper.merit.campaign", Phrases.inside(named.getFirst().title()));
      }
      if (items.stream().allMatch(item -> one(item).type() == CommendationType.UNPLANNED)) {
        return notices.get("dossier-paper.merit.unplanned");
      }
      var years =
          items.stream().map(DossierItem::year).max(Comparator.naturalOrder()).orElseThrow();
      return notices.get("dossier-paper.merit.work", String.valueOf(years));
    }

    /** What the document is about, after "tặng". */
    String subject() {
      var awarded = items.stream().map(this::award).distinct().toList();
      return awarded.size() == 1 ? awarded.getFirst() : notices.get("dossier-paper.several-awards");
    }

    /** Each award and how many get it: "… cho 01 tập thể và 02 cá nhân đã có thành tích …". */
    List<String> given() {
      Map<String, List<DossierItem>> byAward = new LinkedHashMap<>();
      for (var item : items) {
        byAward.computeIfAbsent(award(item), award -> new ArrayList<>()).add(item);
      }
      return byAward.entrySet().stream()
          .map(
              entry ->
                  byAward.size() == 1
                      ? notices.get(
                          "dossier-paper.given", entry.getKey(), count(entry.getValue()), merit())
                      : notices.get(
                          "dossier-paper.given-to", entry.getKey(), count(entry.getValue())))
          .toList();
    }

    List<Map<String, Object>> rows(List<DossierItem> some, String... fields) {
      return some.stream().map(item -> row(item, fields)).toList();
    }

    Map<String, Object> row(DossierItem item, String... fields) {
      var row = new HashMap<String, Object>();
      for (var field : fields) {
        row.put(field, field(item, field));
      }
      return row;
    }

    private String field(DossierItem item, String field) {
      return switch (field) {
        case "ten" -> name(item);
        case "chuc_vu" -> item.nomineePosition() == null ? "" : item.nomineePosition();
        case "chuc_vu_don_vi" -> place(item);
        case "danh_hieu" -> Phrases.capital(award(item));
        case "thanh_tich" -> one(item).title();
        case "ket_qua_phieu" -> inFavour(item);
        default -> throw new IllegalArgumentException(field);
      };
    }

    private String place(DossierItem item) {
      if (item.personId() == null) {
        return organisation.name();
      }
      return item.nomineePosition() == null
          ? item.unitName()
          : item.nomineePosition() + ", " + item.unitName();
    }

    Map<String, Object> sent(DossierItem item) {
      var row = row(item, "ten", "danh_hieu");
      row.put("ma_ho_so", item.nominationCode());
      row.put(
          "so_tai_lieu",
          notices.get("dossier-paper.files", nominations.files(item.nominationId()).size()));
      return row;
    }

    Map<String, Object> votes(DossierItem item) {
      var view = item.view();
      var row = row(item, "ten", "chuc_vu_don_vi", "danh_hieu", "ket_qua_phieu");
      row.put("ket_qua", notices.get(failed(item) ? "dossier-paper.out" : "dossier-paper.in"));
      row.put("duoc_bo_phieu", String.valueOf(view.entitled()));
      row.put("vang", String.valueOf(view.absent()));
      row.put("tan_thanh", String.valueOf(view.votesFor()));
      row.put("khong_tan_thanh", String.valueOf(view.votesAgainst()));
      row.put("phieu_trang", String.valueOf(view.votesBlank()));
      row.put("bang_van_ban", view.written() == null ? "0" : String.valueOf(view.written()));
      row.put("ty_le", percent(item));
      return row;
    }

    private String inFavour(DossierItem item) {
      return item.votesFor() == null
          ? "–"
          : "%d/%d (%s)".formatted(item.votesFor(), outOf(item), percent(item));
    }

    private int outOf(DossierItem item) {
      return one(item).rule().voteDenominator() == VoteDenominator.ENTITLED_MEMBERS
          ? item.entitled()
          : dossier.councilSize();
    }

    private String percent(DossierItem item) {
      return BigDecimal.valueOf(item.votesFor() * 100L)
              .divide(BigDecimal.valueOf(outOf(item)), 1, RoundingMode.HALF_UP)
              .toPlainString()
              .replace('.', ',')
          + "%";
    }

    private AcceptedNomination one(DossierItem item) {
      return described.get(item.nominationId());
    }
  }
}
