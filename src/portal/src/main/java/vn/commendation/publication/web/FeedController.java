package vn.commendation.publication.web;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.commendation.publication.FeedItem;
import vn.commendation.publication.PublicNews;

/** The Atom feed (RFC 4287) of what is new on the public pages. */
@Controller
class FeedController {

  private static final MediaType ATOM =
      new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
  private static final String PATH = "/feed.atom";

  private final PublicNews news;
  private final String portalUrl;

  FeedController(PublicNews news, @Value("${commendation.portal.url}") String portalUrl) {
    this.news = news;
    this.portalUrl = portalUrl;
  }

  @GetMapping(PATH)
  ResponseEntity<byte[]> feed() throws FeedException {
    var latest = news.latest();
    var items = latest.items();
    var updated =
        items.isEmpty()
            ? Instant.EPOCH
            : items.getFirst().updated().truncatedTo(ChronoUnit.SECONDS);
    var xml =
        new WireFeedOutput().outputString(feed(latest, updated)).getBytes(StandardCharsets.UTF_8);
    // Spring answers 304 to who has this already
    return ResponseEntity.ok()
        .contentType(ATOM)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .eTag(hash(xml))
        .lastModified(updated)
        .body(xml);
  }

  private Feed feed(PublicNews.News latest, Instant updated) {
    var feed = new Feed("atom_1.0");
    feed.setId(portalUrl + PATH);
    feed.setLanguage("vi");
    feed.setTitle(latest.title());
    feed.setSubtitle(plain(latest.subtitle()));
    feed.setUpdated(Date.from(updated));
    feed.setAuthors(List.of(author(latest.author())));
    feed.setAlternateLinks(List.of(link("alternate", MediaType.TEXT_HTML_VALUE, portalUrl + "/")));
    feed.setOtherLinks(
        List.of(link("self", MediaType.APPLICATION_ATOM_XML_VALUE, portalUrl + PATH)));
    feed.setEntries(latest.items().stream().map(this::entry).toList());
    return feed;
  }

  private Entry entry(FeedItem item) {
    var entry = new Entry();
    entry.setId("urn:uuid:" + item.id());
    entry.setTitle(item.title());
    entry.setUpdated(Date.from(item.updated()));
    entry.setPublished(Date.from(item.updated()));
    entry.setAlternateLinks(
        List.of(link("alternate", MediaType.TEXT_HTML_VALUE, portalUrl + item.path())));
    var category = new Category();
    category.setTerm(item.category());
    category.setLabel(item.label());
    entry.setCategories(List.of(category));
    if (item.summary() != null) {
      entry.setSummary(plain(item.summary()));
    }
    return entry;
  }

  private static Person author(String name) {
    var author = new Person();
    author.setName(name);
    return author;
  }

  private static Link link(String relation, String type, String address) {
    var link = new Link();
    link.setRel(relation);
    link.setType(type);
    link.setHref(address);
    return link;
  }

  private static Content plain(String text) {
    var content = new Content();
    content.setType("text");
    content.setValue(text);
    return content;
  }

  private static String hash(byte[] xml) {
    var sum = new CRC32C();
    sum.update(xml);
    return HexFormat.of().toHexDigits(sum.getValue());
  }
}
