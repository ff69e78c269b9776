package vn.commendation.dossier;

import java.math.BigDecimal;

/** The candidates of one quota as the decision {@code quota} takes them. */
public record QuotaLine(
    String award, int candidates, int base, BigDecimal percent, Integer ceiling) {}
