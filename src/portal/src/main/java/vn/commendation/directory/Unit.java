package vn.commendation.directory;

/** A unit (phòng, đơn vị) of the Department. */
public record Unit(long id, String code, String name, UnitKind kind) {}
