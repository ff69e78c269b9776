package vn.commendation.campaign;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.commendation.award.CommendationType;

/**
 * What the Office writes of a campaign. Times are those of the Department's zone.
 *
 * @param version of the draft that was shown
 * @param closesAt end of the window, itself outside; {@code null} if the plan sets no deadline
 * @param ceilings most that may be given of an award, where the plan says so
 * @param text the words of the plan
 */
public record CampaignForm(
    int version,
    String code,
    String title,
    String theme,
    String planNumber,
    @DateTimeFormat(iso = ISO.DATE) LocalDate planDate,
    String basis,
    String description,
    @DateTimeFormat(iso = ISO.DATE) LocalDate achievementFrom,
    @DateTimeFormat(iso = ISO.DATE) LocalDate achievementTo,
    CommendationType type,
    @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime opensAt,
    @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime closesAt,
    @DateTimeFormat(iso = ISO.DATE) LocalDate reportDueOn,
    Set<String> awardCodes,
    Map<String, Integer> ceilings,
    Set<Long> unitIds,
    PlanText text) {

  public CampaignForm {
    code = stripped(code);
    title = stripped(title);
    theme = stripped(theme);
    planNumber = stripped(planNumber);
    basis = stripped(basis);
    description = stripped(description);
    awardCodes = awardCodes == null ? Set.of() : new TreeSet<>(awardCodes);
    unitIds = unitIds == null ? Set.of() : new TreeSet<>(unitIds);
    ceilings = ceilings == null ? new TreeMap<>() : new TreeMap<>(ceilings);
    ceilings.values().removeIf(Objects::isNull);
    text = text == null ? PlanText.EMPTY : text;
  }

  /** Browsers send two characters for a line end. */
  static String stripped(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
