package vn.commendation.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import vn.commendation.award.AwardRule;
import vn.commendation.award.QuotaScope;

/**
 * The places of one award, against the nominees who want them: by a rule in one year and scope, or
 * by the plan of a campaign.
 */
@Embeddable
class Quota {

  private String lineKey;
  private String awardCode;
  private String awardName;
  private Long unitId;
  private Integer year;
  private Long campaignId;
  private String campaignTitle;

  private int candidates;
  private int held;
  private int taken;
  private int base;

  @Column(precision = 7, scale = 3)
  private BigDecimal percent;

  private Integer ceiling;
  private Boolean exceeded;
  private String text;

  protected Quota() {}

  private Quota(DossierItem item, String scope) {
    this.lineKey = item.awardCode() + "/" + scope;
    this.awardCode = item.awardCode();
    this.awardName = item.awardName();
  }

  /** The places the rule leaves for the nominee's award in the year of the achievements. */
  static Quota ofRule(DossierItem item, AwardRule rule) {
    var inUnit = rule.quotaScope() == QuotaScope.UNIT;
    var quota = new Quota(item, item.year() + (inUnit ? "/" + item.unitId() : ""));
    quota.unitId = inUnit ? item.unitId() : null;
    quota.year = item.year();
    quota.percent = rule.quotaPercent();
    quota.ceiling = rule.quotaCeiling();
    return quota;
  }

  /** The places the nominee's campaign leaves for the award, whatever the year. */
  static Quota ofCampaign(DossierItem item, String title, int ceiling) {
    var quota = new Quota(item, "campaign-" + item.campaignId());
    quota.campaignId = item.campaignId();
    quota.campaignTitle = title;
    quota.ceiling = ceiling;
    return quota;
  }

  /**
   * @param standing nominees of this batch
   * @param given awards given before
   * @param elsewhere nominees of other batches that are under way
   * @param decided of these, those whose places are decided
   */
  void count(int standing, int given, int elsewhere, int decided) {
    candidates = standing;
    held = given + elsewhere;
    taken = given + decided;
  }

  /** How many the share is taken of. */
  void base(int holders) {
    base = holders;
  }

  /** As the decision {@code quota} takes it: all who want a place count against the places. */
  QuotaLine line() {
    return new QuotaLine(lineKey, candidates + held, base, percent, ceiling);
  }

  /** Places this batch may still take: whoever is not decided yet elsewhere holds none of them. */
  int places() {
    var places = ceiling == null ? Integer.MAX_VALUE : ceiling;
    if (percent != null) {
      var share =
          percent
              .multiply(BigDecimal.valueOf(base))
              .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
              .intValueExact();
      places = Math.min(places, share);
    }
    return Math.max(0, places - taken);
  }

  void decide(QuotaResult result) {
    exceeded = result.exceeded();
    text = result.text();
  }

  boolean covers(DossierItem item) {
    return item.awardCode().equals(awardCode) && scopeCovers(item);
  }

  /** Whether the nominee is in the year and unit, or the campaign, whatever the award. */
  boolean scopeCovers(DossierItem item) {
    return campaignId != null
        ? campaignId.equals(item.campaignId())
        : Objects.equals(year, item.year()) && (unitId == null || unitId == item.unitId());
  }

  String key() {
    return lineKey;
  }

  boolean exceeded() {
    return Boolean.TRUE.equals(exceeded);
  }

  String awardCode() {
    return awardCode;
  }

  Long unitId() {
    return unitId;
  }

  Integer year() {
    return year;
  }

  /** {@code null}: the limit is the rule's. */
  Long campaignId() {
    return campaignId;
  }

  /** The award and what limits it. */
  String name() {
    return awardName + (campaignId == null ? " " + year : " – " + campaignTitle);
  }

  QuotaView view() {
    return new QuotaView(name(), candidates, held, taken, base, exceeded(), text);
  }
}
