package vn.commendation.nomination;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.commendation.directory.Directory;

/** Sends a case on its way with unit and nominee as they are today, through whichever door. */
@Component
class Submission {

  private final Directory directory;
  private final Clock clock;

  Submission(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Submits a nomination that was checked before.
   *
   * @param code {@code null} for a supplement, which keeps its code
   */
  void send(Nomination nomination, String code) {
    var unit = directory.unit(nomination.unitId()).orElseThrow();
    var nominee =
        nomination.personId() == null
            ? null
            : directory.person(nomination.personId()).orElseThrow();
    nomination.submit(code, nominee, unit, clock.instant());
  }
}
