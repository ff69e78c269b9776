package vn.commendation.document;

import java.util.List;

/**
 * One document, as one account may see it.
 *
 * @param path page of the portal about its subject
 * @param versions the latest first
 */
public record DocumentDetails(
    DocumentList.Line line, String subjectId, String path, List<IssuedDocument> versions) {}
