package vn.commendation.document;

import java.time.Instant;
import java.util.List;

/**
 * A signed copy attached to a version: a scan of the paper, or a digitally signed PDF.
 *
 * @param size in bytes
 * @param sha256 checksum, in hexadecimal digits
 * @param attachedBy name of who attached it
 * @param signatures what was found when it was attached; empty for a scan
 */
public record SignedCopy(
    long id,
    String name,
    String contentType,
    long size,
    String sha256,
    String attachedBy,
    Instant attachedAt,
    List<PdfSignature> signatures) {}
