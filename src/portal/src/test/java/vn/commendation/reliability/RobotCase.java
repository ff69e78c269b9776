package vn.commendation.reliability;

import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One nomination the robot looks after.
 *
 * @param unplanned outside every campaign: no ballot
 * @param fate what the batch does with it
 */
record RobotCase(String id, int number, Way way, boolean unplanned, Fate fate) {

  /** In the batch. */
  enum Fate {
    AWARDED,
    NOT_PASSED,
    REFUSED
  }

  /** The ways take turns, so that each comes as often; the rest is chance. */
  static RobotCase of(int number, RandomGenerator random) {
    var ways = Way.values();
    var chance = random.nextInt(10);
    return new RobotCase(
        new UUID(random.nextLong(), random.nextLong()).toString(),
        number,
        ways[number % ways.length],
        random.nextInt(4) == 0,
        chance == 0 ? Fate.NOT_PASSED : chance == 1 ? Fate.REFUSED : Fate.AWARDED);
  }
}
