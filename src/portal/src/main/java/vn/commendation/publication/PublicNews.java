package vn.commendation.publication;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.notification.Notices;

/** What is new on the public pages, for the feed: lists, decisions and stories. */
@Service
@Transactional(readOnly = true)
public class PublicNews {

  private static final int MOST = 30;
  private static final PageRequest LATEST = PageRequest.of(0, MOST);

  private final Disclosures disclosures;
  private final Decisions decisions;
  private final Stories stories;
  private final Notices notices;

  PublicNews(Disclosures disclosures, Decisions decisions, Stories stories, Notices notices) {
    this.disclosures = disclosures;
    this.decisions = decisions;
    this.stories = stories;
    this.notices = notices;
  }

  /**
   * The feed.
   *
   * @param items the latest first
   */
  public record News(String title, String subtitle, String author, List<FeedItem> items) {}

  /** What is new. No nominee is named: who was on a list is on its page while it is there. */
  public News latest() {
    var lists = disclosures.list(LATEST).stream().map(this::item);
    var decided = decisions.list(null, LATEST).stream().map(this::item);
    var told = stories.published(LATEST).stream().map(this::item);
    return new News(
        notices.get("publication.feed.title"),
        notices.get("publication.feed.subtitle"),
        notices.get("publication.feed.author"),
        Stream.of(lists, decided, told)
            .flatMap(items -> items)
            .sorted(Comparator.comparing(FeedItem::updated).reversed().thenComparing(FeedItem::id))
            .limit(MOST)
            .toList());
  }

  private FeedItem item(DisclosureSummary list) {
    return new FeedItem(
        list.dossierId(),
        "/disclosures/" + list.dossierId(),
        "list",
        notices.get("publication.feed.list"),
        list.title(),
        notices.get("publication.feed.until", notices.dateTime(list.until()), list.nominees()),
        list.from());
  }

  private FeedItem item(DecisionSummary decision) {
    return new FeedItem(
        decision.id(),
        "/decisions/" + decision.id(),
        "decision",
        notices.get("publication.feed.decision"),
        notices.get("publication.feed.decided", decision.number(), Notices.date(decision.on())),
        decision.title(),
        decision.publishedAt());
  }

  private FeedItem item(Story story) {
    return new FeedItem(
        story.id(),
        "/stories/" + story.id(),
        "story",
        notices.get("publication.feed.story"),
        story.text().title(),
        story.text().lead(),
        story.publishedAt());
  }
}
