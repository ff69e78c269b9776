package vn.commendation.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Service;

/**
 * “Công khai, minh bạch, kịp thời” in figures. They are computed from all cases of a year or a
 * campaign, so they are kept for a while and say of when they are; one reader at a time makes them
 * be computed.
 */
@Service
public class Figures {

  private final TimelinessSource source;
  private final PublicationProperties properties;
  private final Clock clock;
  private final ReentrantLock computing = new ReentrantLock();
  private final Map<String, PublicFigures> kept = new ConcurrentHashMap<>();

  Figures(TimelinessSource source, PublicationProperties properties, Clock clock) {
    this.source = source;
    this.properties = properties;
    this.clock = clock;
  }

  /** What the figures can be narrowed to. */
  public record Choices(List<Integer> years, List<RollChoices.Named> campaigns) {}

  public Choices choices() {
    return new Choices(source.years(), source.campaigns());
  }

  /**
   * Figures of a year, or of a campaign; of this year if neither is given.
   *
   * @throws NoSuchElementException if no case was submitted in that year or campaign
   */
  public PublicFigures of(Integer year, Long campaignId) {
    var wanted = year == null ? LocalDate.now(clock).getYear() : year;
    var key = campaignId == null ? "year-" + wanted : "campaign-" + campaignId;
    var figures = fresh(key);
    if (figures != null) {
      return figures;
    }
    computing.lock();
    try {
      figures = fresh(key);
      if (figures == null) {
        // nothing is computed or kept for what does not exist, however often it is asked for
        if (campaignId != null
            ? source.campaigns().stream().noneMatch(one -> one.id() == campaignId)
            : year != null && !source.years().contains(year)) {
          throw new NoSuchElementException(key);
        }
        figures =
            PublicFigures.of(
                source.of(LocalDate.of(wanted, 1, 1), LocalDate.of(wanted, 12, 31), campaignId),
                properties.leastShown(),
                clock.instant());
        kept.put(key, figures);
      }
      return figures;
    } finally {
      computing.unlock();
    }
  }

  private PublicFigures fresh(String key) {
    var figures = kept.get(key);
    return figures == null || figures.at().plus(properties.figuresKept()).isBefore(clock.instant())
        ? null
        : figures;
  }
}
