package vn.commendation.dossier;

/** Another batch this one came from or went into. */
public record DossierLink(String id, String code) {}
