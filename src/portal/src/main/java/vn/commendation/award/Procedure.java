package vn.commendation.award;

/** How much of a dossier an award needs (Law 06/2022/QH15, Article 85, for the simplified one). */
public enum Procedure {
  ORDINARY,
  SIMPLIFIED
}
