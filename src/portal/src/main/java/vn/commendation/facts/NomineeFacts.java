package vn.commendation.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the registers say of a nominee, as far as a rule asks for it.
 *
 * @param priorYears consecutive years with the rule's prior award, the last being the year before
 *     the achievement period ends or that year itself
 * @param initiatives recognised initiatives of at least the rule's level in the years that count
 * @param ratingYears consecutive years with at least the rule's rating, up to the year of the
 *     achievements
 * @param advancedWorkerPercent share of Lao động tiên tiến in the collective; {@code null} for a
 *     person
 * @param baseFighters number of Chiến sĩ thi đua cơ sở in the collective
 * @param disciplined whether discipline was imposed in the achievement period, on the person or,
 *     from warning (cảnh cáo) up, on a member of the collective
 * @param pendingDiscipline whether discipline is under consideration
 * @param openComplaint whether a complaint or denunciation is unresolved
 * @param openInspection whether an inspection found signs of violation and goes on
 * @param lines the entries themselves in Vietnamese, for whoever reviews
 */
public record NomineeFacts(
    int priorYears,
    int initiatives,
    int ratingYears,
    BigDecimal advancedWorkerPercent,
    int baseFighters,
    boolean disciplined,
    boolean pendingDiscipline,
    boolean openComplaint,
    boolean openInspection,
    List<String> lines) {}
