package vn.commendation.campaign;

import java.time.Instant;
import java.util.List;

/**
 * The report on a campaign's result (báo cáo kết quả).
 *
 * @param examples outstanding examples (điển hình tiên tiến)
 * @param figures as they stood when it was written
 * @param publishedAt {@code null} until it is published
 */
public record ResultReport(
    String summary,
    String examples,
    String proposals,
    List<NominationCounts.Figure> figures,
    String reportedBy,
    Instant reportedAt,
    Instant publishedAt) {}
