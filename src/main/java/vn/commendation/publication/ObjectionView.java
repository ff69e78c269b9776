package vn.commendation.publication;

/** An objection with the name of whoever raised it, for those who may know it. */
public record ObjectionView(Objection objection, String raisedByName) {}
