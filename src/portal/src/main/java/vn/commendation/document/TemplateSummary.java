package vn.commendation.document;

/**
 * The template of a kind.
 *
 * @param current {@code null} while the built-in one is in force
 */
public record TemplateSummary(DocumentKind kind, TemplateVersion current) {}
