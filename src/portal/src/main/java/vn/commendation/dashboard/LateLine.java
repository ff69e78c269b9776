package vn.commendation.dashboard;

/** Late work and by how many working days. */
public record LateLine(LateWork work, int workingDays) {}
