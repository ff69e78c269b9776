package vn.commendation.dossier;

import java.util.List;
import vn.commendation.award.DecidingAuthority;

/** What the Office chose for a new batch. */
public record NewDossier(DecidingAuthority authority, String title, List<String> nominationIds) {}
