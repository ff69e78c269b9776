package vn.commendation.document;

/**
 * Why a template is not taken.
 *
 * @param code the text is {@code document-template-problem.<code>}
 * @param place what it is about, as the template writes it: a placeholder or the name of a part
 */
public record TemplateProblem(String code, String place) {}
