package vn.commendation.campaign;

/** How many nominations an addressed unit has submitted. */
public record UnitProgress(String unit, int submitted) {}
