package vn.commendation.revocation;

import vn.commendation.award.DecidingAuthority;
import vn.commendation.facts.AwardGiven;

/** An award as somebody sees it who thinks of taking it back. */
public record RevocableAward(
    AwardGiven given, String awardName, String unitName, DecidingAuthority authority) {}
