package vn.commendation.nomination;

import vn.commendation.award.Procedure;

/**
 * Which way a case goes: the answer of the decision {@code routing}.
 *
 * @param ballot whether the Department's council votes
 * @param disclosure whether the list is disclosed for objections before it is signed
 */
public record Routing(Route route, Procedure procedure, boolean ballot, boolean disclosure) {

  /** Where the decision is made. */
  public enum Route {
    IN_HOUSE,
    PROVINCE,
    STATE
  }
}
