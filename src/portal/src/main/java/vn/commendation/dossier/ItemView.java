package vn.commendation.dossier;

import java.time.LocalDate;
import vn.commendation.award.SubjectKind;

/**
 * One nominee of a batch as the page shows it. What is not known yet is {@code null}.
 *
 * @param entitled members who may vote on this nominee
 * @param written of the votes cast, those in writing
 * @param rank place the council gave where a quota was short
 * @param text why it ended, or what was said about it
 */
public record ItemView(
    String nominationId,
    String nominationCode,
    String nomineeName,
    String nomineePosition,
    SubjectKind subjectKind,
    String unitName,
    String awardName,
    ItemStatus status,
    Integer entitled,
    Integer votesFor,
    Integer votesAgainst,
    Integer votesBlank,
    Integer absent,
    Integer written,
    Integer rank,
    String text,
    String number,
    LocalDate date) {}
