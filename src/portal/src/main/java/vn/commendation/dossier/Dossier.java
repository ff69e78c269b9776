package vn.commendation.dossier;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.springframework.data.domain.Persistable;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Account;
import vn.commendation.nomination.AcceptedNomination;

/**
 * A batch of nominees that are decided on together (đợt trình: Tờ trình kèm danh sách). Outcomes
 * are per nominee; every change goes through a method that knows what is allowed.
 */
@Entity
@Table(name = "dossier")
class Dossier implements Persistable<String> {

  @Id
  @Column(columnDefinition = "char(36)")
  private String id;

  @Version private Integer version;
  private String code;
  private String title;

  @Enumerated(EnumType.STRING)
  private DecidingAuthority authority;

  private boolean ballotRequired;
  private boolean disclosureRequired;
  private boolean placesCounted;
  private boolean conflictNoted;

  @Column(columnDefinition = "char(36)")
  private String followUpOf;

  @Enumerated(EnumType.STRING)
  private DossierStatus status;

  private String openedBy;
  private String openedByName;
  private Instant openedAt;
  private Instant updatedAt;
  private Instant dueAt;
  private Instant closedAt;
  private Long processInstanceKey;
  private LocalDate meetingDate;
  private String minutes;
  private Integer councilSize;
  private String ballotRecordedBy;
  private Instant disclosedUntil;
  private String signatoryName;
  private String signatureLine;
  private String signedBy;
  private Instant signedAt;
  private String numberSymbol;
  private LocalDate numberDate;
  private Instant sentToBoardAt;
  private String boardReceipt;
  private LocalDate boardReceivedOn;
  private String boardQuestion;
  private String boardAnswer;

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  @BatchSize(size = 50)
  private List<DossierItem> items = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "dossier_quota", joinColumns = @JoinColumn(name = "dossier_id"))
  @OrderBy("lineKey")
  private List<Quota> quotas = new ArrayList<>();

  protected Dossier() {}

  static Dossier open(
      String code,
      String title,
      DecidingAuthority authority,
      boolean ballotRequired,
      boolean disclosureRequired,
      Account by,
      Instant now) {
    var dossier = new Dossier();
    dossier.id = UUID.randomUUID().toString();
    dossier.code = code;
    dossier.title = title;
    dossier.authority = authority;
    dossier.ballotRequired = ballotRequired;
    dossier.disclosureRequired = disclosureRequired;
    dossier.status = DossierStatus.PROCESSING;
    dossier.openedBy = by.username();
    dossier.openedByName = by.displayName();
    dossier.openedAt = now;
    dossier.updatedAt = now;
    return dossier;
  }

  /**
   * A batch of its own for nominees that cannot go on with the others. It starts at the signature:
   * the council has voted and the list was disclosed.
   */
  Dossier followUp(String newCode, List<DossierItem> split, boolean noted, Instant now) {
    var next = new Dossier();
    next.id = UUID.randomUUID().toString();
    next.code = newCode;
    next.title = title;
    next.authority = authority;
    next.placesCounted = true;
    next.conflictNoted = noted;
    next.followUpOf = id;
    next.status = DossierStatus.PROCESSING;
    next.openedBy = openedBy;
    next.openedByName = openedByName;
    next.openedAt = now;
    next.updatedAt = now;
    next.meetingDate = meetingDate;
    next.minutes = minutes;
    next.councilSize = councilSize;
    next.ballotRecordedBy = ballotRecordedBy;
    for (var item : split) {
      next.items.add(new DossierItem(next, item));
      item.become(ItemStatus.SPLIT_OFF, newCode);
    }
    updatedAt = now;
    return next;
  }

  void add(AcceptedNomination nomination, long nominatorPersonId) {
    items.add(new DossierItem(this, nomination, nominatorPersonId));
  }

  /**
   * Ties the batch to the process instance that carries it.
   *
   * @throws IllegalStateException if another instance carries it already
   */
  void carriedBy(long instanceKey) {
    if (processInstanceKey != null && processInstanceKey != instanceKey) {
      throw new IllegalStateException(
          "Dossier %s is carried by process instance %d already".formatted(id, processInstanceKey));
    }
    processInstanceKey = instanceKey;
  }

  /** Its instance is given up; the next one ties itself to the batch. */
  void givenUp(Instant now) {
    processInstanceKey = null;
    updatedAt = now;
  }

  void moveTo(DossierStatus next, Instant due, Instant now) {
    if (status.ended()) {
      throw new IllegalStateException("Dossier %s has ended as %s".formatted(id, status));
    }
    status = next;
    dueAt = due;
    updatedAt = now;
  }

  /** Marks a change of what belongs to the batch but is not in its own columns. */
  void touch(Instant now) {
    updatedAt = now;
  }

  void met(LocalDate day, String minutesOfIt, int members, String recordedBy) {
    meetingDate = day;
    minutes = minutesOfIt;
    councilSize = members;
    ballotRecordedBy = recordedBy;
  }

  /** What limits the places: from now on its nominees hold theirs, unless there are too few. */
  void quotas(List<Quota> lines) {
    placesCounted = true;
    quotas.clear();
    quotas.addAll(lines);
  }

  void disclosed(Instant until) {
    disclosedUntil = until;
  }

  void signatory(String name, String line) {
    signatoryName = name;
    signatureLine = line;
  }

  void noteConflict() {
    conflictNoted = true;
  }

  void signed(Account by, String line, Instant now) {
    signatory(by.displayName(), line);
    signedBy = by.username();
    signedAt = now;
  }

  void numbered(String symbol, LocalDate date) {
    numberSymbol = symbol;
    numberDate = date;
  }

  void sentToBoard(Instant now) {
    if (sentToBoardAt == null) {
      sentToBoardAt = now;
    }
  }

  void received(String receipt, LocalDate on) {
    boardReceipt = receipt;
    boardReceivedOn = on;
  }

  void asked(String question) {
    boardQuestion = question;
    boardAnswer = null;
  }

  void answered(String answer) {
    boardAnswer = answer;
  }

  void close(Instant now) {
    closedAt = now;
    updatedAt = now;
  }

  /** Nominees the next step is about. */
  List<DossierItem> standing() {
    return items.stream().filter(DossierItem::standing).toList();
  }

  Optional<DossierItem> item(String nominationId) {
    return items.stream().filter(item -> item.nominationId().equals(nominationId)).findFirst();
  }

  List<DossierItem> withStatus(ItemStatus wanted) {
    return items.stream().filter(item -> item.status() == wanted).toList();
  }

  /** Whether its process has recorded its end. */
  boolean closed() {
    return closedAt != null;
  }

  /** Whether its places were counted. */
  boolean placesCounted() {
    return placesCounted;
  }

  boolean inHouse() {
    return authority == DecidingAuthority.DIRECTOR;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  DecidingAuthority authority() {
    return authority;
  }

  boolean ballotRequired() {
    return ballotRequired;
  }

  boolean disclosureRequired() {
    return disclosureRequired;
  }

  boolean conflictNoted() {
    return conflictNoted;
  }

  String followUpOf() {
    return followUpOf;
  }

  DossierStatus status() {
    return status;
  }

  String openedBy() {
    return openedBy;
  }

  String openedByName() {
    return openedByName;
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  Long processInstanceKey() {
    return processInstanceKey;
  }

  LocalDate meetingDate() {
    return meetingDate;
  }

  String minutes() {
    return minutes;
  }

  Integer councilSize() {
    return councilSize;
  }

  String ballotRecordedBy() {
    return ballotRecordedBy;
  }

  Instant disclosedUntil() {
    return disclosedUntil;
  }

  String signatoryName() {
    return signatoryName;
  }

  String signatureLine() {
    return signatureLine;
  }

  String signedBy() {
    return signedBy;
  }

  Instant signedAt() {
    return signedAt;
  }

  String numberSymbol() {
    return numberSymbol;
  }

  LocalDate numberDate() {
    return numberDate;
  }

  Instant sentToBoardAt() {
    return sentToBoardAt;
  }

  String boardReceipt() {
    return boardReceipt;
  }

  LocalDate boardReceivedOn() {
    return boardReceivedOn;
  }

  String boardQuestion() {
    return boardQuestion;
  }

  String boardAnswer() {
    return boardAnswer;
  }

  List<DossierItem> items() {
    return List.copyOf(items);
  }

  List<Quota> quotas() {
    return List.copyOf(quotas);
  }

  /** Whether nobody has to choose any more before the nominee has a place. */
  boolean placeDecided(DossierItem item) {
    return placesCounted
        && (status != DossierStatus.QUOTA_SELECTION
            || exceededQuotas().stream().noneMatch(quota -> quota.covers(item)));
  }

  /** Those with fewer places than nominees who want one. */
  List<Quota> exceededQuotas() {
    return quotas.stream().filter(Quota::exceeded).toList();
  }
}
