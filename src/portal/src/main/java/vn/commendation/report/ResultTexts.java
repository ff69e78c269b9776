package vn.commendation.report;

/**
 * What the Office writes beside the figures.
 *
 * @param assessment đánh giá chung
 * @param examples điển hình tiên tiến
 * @param shortcomings tồn tại, hạn chế; may be {@code null}
 * @param directions phương hướng, kiến nghị; may be {@code null}
 */
public record ResultTexts(
    String assessment, String examples, String shortcomings, String directions) {}
