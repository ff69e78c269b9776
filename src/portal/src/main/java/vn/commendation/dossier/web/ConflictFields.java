package vn.commendation.dossier.web;

/** What a conflict of interest consists of; {@code null} is not chosen. */
record ConflictFields(Long member, String nomination, String reason) {}
