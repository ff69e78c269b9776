package vn.commendation.campaign;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import vn.commendation.award.CommendationType;

@Entity
@Table(name = "campaign")
class CampaignEntity {
  @Id private Long id;
  private String code;
  private String title;
  private String theme;
  private String planNumber;
  private LocalDate planDate;
  private String basis;
  private String description;
  private Instant opensAt;
  private Instant closesAt;
  private LocalDate achievementFrom;
  private LocalDate achievementTo;
  private int reviewWorkingDays;
  private int supplementWorkingDays;
  private int signatureWorkingDays;

  @Enumerated(EnumType.STRING)
  private CommendationType commendationType;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "campaign_award", joinColumns = @JoinColumn(name = "campaign_id"))
  @Column(name = "award_code")
  private Set<String> awardCodes;

  Campaign toCampaign() {
    return new Campaign(
        id,
        code,
        title,
        theme,
        planNumber,
        planDate,
        basis,
        description,
        opensAt,
        closesAt,
        achievementFrom,
        achievementTo,
        reviewWorkingDays,
        supplementWorkingDays,
        signatureWorkingDays,
        List.copyOf(awardCodes),
        commendationType);
  }
}
