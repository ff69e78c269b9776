package vn.commendation.publication;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A story of an exemplary person or collective.
 *
 * @param pictureSha256 checksum of the picture; {@code null} if there is none
 * @param publishedAt {@code null} before
 * @param withdrawnReason why it is no longer shown; {@code null} otherwise
 */
public record Story(
    StoryForm text,
    StoryStatus status,
    String pictureSha256,
    int pictureWidth,
    int pictureHeight,
    String writtenByName,
    String changedByName,
    Instant changedAt,
    String publishedByName,
    Instant publishedAt,
    String withdrawnByName,
    Instant withdrawnAt,
    String withdrawnReason) {

  public String id() {
    return text.id();
  }

  /** The text as paragraphs; it is plain text and nothing else. */
  public List<String> paragraphs() {
    return Arrays.stream(text.body().split("\n\\s*\n"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  /** Whether the consent of who is shown was noted. */
  public boolean agreed() {
    return text.consentBy() != null && text.consentOn() != null;
  }
}
