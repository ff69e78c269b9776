package vn.commendation.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The places of one award in one year and scope, against those who passed the ballot. */
@Embeddable
class Quota {

  private String lineKey;
  private String awardCode;
  private String awardName;
  private Long unitId;

  private int year;

  private int candidates;
  private int held;
  private int base;

  @Column(precision = 7, scale = 3)
  private BigDecimal percent;

  private Integer ceiling;
  private Boolean exceeded;
  private String text;

  protected Quota() {}

  /**
   * @param unitId {@code null} for the whole Department
   * @param candidates nominees of this batch who passed
   * @param held awards of the same year and scope given before
   * @param base those the share is taken of
   */
  Quota(
      String awardCode,
      String awardName,
      Long unitId,
      int year,
      int candidates,
      int held,
      int base,
      BigDecimal percent,
      Integer ceiling) {
    this.lineKey = awardCode + "/" + year + (unitId == null ? "" : "/" + unitId);
    this.awardCode = awardCode;
    this.awardName = awardName;
    this.unitId = unitId;
    this.year = year;
    this.candidates = candidates;
    this.held = held;
    this.base = base;
    this.percent = percent;
    this.ceiling = ceiling;
  }

  /** As the decision {@code quota} takes it: awards given before count against the places too. */
  QuotaLine line() {
    return new QuotaLine(lineKey, candidates + held, base, percent, ceiling);
  }

  /** Places left for this batch. */
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
    return Math.max(0, places - held);
  }

  void decide(QuotaResult result) {
    exceeded = result.exceeded();
    text = result.text();
  }

  boolean covers(DossierItem item) {
    return item.awardCode().equals(awardCode)
        && item.year() == year
        && (unitId == null || unitId == item.unitId());
  }

  String key() {
    return lineKey;
  }

  boolean exceeded() {
    return Boolean.TRUE.equals(exceeded);
  }

  String awardName() {
    return awardName;
  }

  QuotaView view() {
    return new QuotaView(awardName, year, candidates, held, base, exceeded(), text);
  }
}
