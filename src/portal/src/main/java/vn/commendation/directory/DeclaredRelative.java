package vn.commendation.directory;

import java.time.Instant;

/**
 * Two people who are related.
 *
 * @param declaredBy id of the person of the two who declared it
 * @param relation in the words of whoever declared it, such as spouse
 * @param withdrawnAt {@code null} while it stands
 */
public record DeclaredRelative(
    long id,
    long declaredBy,
    String declarerName,
    String relativeName,
    String relation,
    Instant declaredAt,
    Instant withdrawnAt,
    String withdrawnReason) {}
