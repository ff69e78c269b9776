package vn.commendation.campaign;

import java.time.Instant;

/**
 * One version of a campaign's guideline on commendation (hướng dẫn khen thưởng), as the plan of
 * 2022 asks for (III.3). Every version is kept.
 *
 * @param number counts the versions from 1
 * @param outcome {@code APPROVED}, {@code RETURNED}, {@code DROPPED} with its revision, or {@code
 *     null} while leadership has it
 * @param publishedAt {@code null} if it never was
 */
public record Guideline(
    int number,
    String content,
    String draftedBy,
    Instant draftedAt,
    String outcome,
    String decidedBy,
    Instant decidedAt,
    String reason,
    Instant publishedAt) {}
