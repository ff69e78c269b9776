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
  private final Figures figures;

  StartPage(
      Disclosures disclosures,
      Decisions decisions,
      HonourRoll roll,
      Stories stories,
      Figures figures) {
    this.disclosures = disclosures;
    this.decisions = decisions;
    this.roll = roll;
    this.stories = stories;
    this.figures = figures;
  }

  /**
   * The latest of everything that is public.
   *
   * @param open lists one can object to now
   * @param honours how many awards the roll shows
   * @param figures of this year
   */
  public record Latest(
      List<DisclosureSummary> open,
      List<DecisionSummary> decisions,
      List<Story> stories,
      long honours,
      PublicFigures figures) {}

  /** What is on the page now. */
  public Latest latest() {
    return new Latest(
        disclosures.openNow(),
        decisions.list(null, FIRST).getContent(),
        stories.published(THREE).getContent(),
        roll.search(RollFilter.ALL, PageRequest.of(0, 1)).getTotalElements(),
        figures.of(null, null));
  }
}
