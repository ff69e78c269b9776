package vn.commendation.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.commendation.work.OpenStep;

/** What a notice is about, the most urgent first. People choose per kind how they are told. */
public enum NoticeKind {
  /** Somebody else is late and whoever reads this answers for it. */
  ESCALATION(Delivery.BELL, Delivery.IMMEDIATE),
  /** A step of one's own is due soon or late. */
  REMINDER(Delivery.BELL, Delivery.DIGEST),
  /** A new step of one's own. */
  TASK(Delivery.BELL, Delivery.IMMEDIATE),
  /** What became of something one has sent. */
  CASE(Delivery.OFF, Delivery.IMMEDIATE),
  /** News of a campaign. */
  CAMPAIGN(Delivery.OFF, Delivery.IMMEDIATE),
  /** From the system itself: work in the background has ended, mail does not arrive. */
  SYSTEM(Delivery.BELL, Delivery.BELL);

  private final Delivery least;
  private final Delivery usual;

  NoticeKind(Delivery least, Delivery usual) {
    this.least = least;
    this.usual = usual;
  }

  /**
   * Whether a notice about a step still has something to say to this reader: while it waits for
   * him, or for somebody else he answers for.
   */
  boolean concerns(Optional<OpenStep> step, String username) {
    return step.filter(open -> this == ESCALATION || open.waitsFor(username)).isPresent();
  }

  /** How somebody is told who has chosen nothing. */
  public Delivery usual() {
    return usual;
  }

  /** What may be chosen; duties of office cannot be switched off. */
  public List<Delivery> choices() {
    return Arrays.stream(Delivery.values())
        .filter(delivery -> delivery.compareTo(least) <= 0)
        .toList();
  }
}
