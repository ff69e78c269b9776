package vn.commendation.nomination;

/** The batch a case is in. */
public record DossierLink(String id, String code) {}
