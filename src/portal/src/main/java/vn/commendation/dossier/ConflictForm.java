package vn.commendation.dossier;

import java.util.List;

/**
 * Who may be declared to have a conflict with whom.
 *
 * @param members whom this account may declare for: itself, or for the secretary everybody
 * @param items nominees the council still has to vote on
 */
public record ConflictForm(
    DossierSummary dossier,
    List<CouncilMember> members,
    List<ItemView> items,
    List<Conflict> conflicts) {}
