package vn.commendation.publication;

import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who is not logged in sees first. */
@Service
@Transactional(readOnly = true)
public class StartPage {

  private static final PageRequest FIRST = PageRequest.of(0, 4);
  private static final PageRequest THREE = PageRequest.of(0, 3);

  private final Disclosures disclosures;
  private final Decisions decisions;
  private final HonourRoll roll;
  private final Stories stories;

  StartPage(Disclosures disclosures, Decisions decisions, HonourRoll roll, Stories stories) {
    this.disclosures = disclosures;
    this.decisions = decisions;
    this.roll = roll;
    this.stories = stories;
  }

  /**
   * The latest of everything that is public.
   *
   * @param open lists one can object to now
   * @param honours how many awards the roll shows
   */
  public record Latest(
      List<DisclosureSummary> open,
      List<DecisionSummary> decisions,
      List<Story> stories,
      long honours) {}

  /** What is on the page now. */
  public Latest latest() {
    return new Latest(
        disclosures.openNow(),
        decisions.list(null, FIRST).getContent(),
        stories.published(THREE).getContent(),
        roll.search(RollFilter.ALL, PageRequest.of(0, 1)).getTotalElements());
  }
}
