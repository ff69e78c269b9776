package vn.commendation.directory;

/** Somebody who works in a unit of the Department. */
public record Person(
    long id,
    String fullName,
    Gender gender,
    String position,
    PositionClass positionClass,
    boolean directWorker,
    Unit unit) {}
