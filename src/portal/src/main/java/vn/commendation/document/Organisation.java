package vn.commendation.document;

/**
 * Who issues documents, as their sentences name it.
 *
 * @param name such as {@code Sở Khoa học và Công nghệ}
 * @param parentName the body it belongs to
 * @param province with what it is, such as {@code tỉnh Tây Ninh}
 * @param mandate the document that gives it its tasks; {@code null} if that is not known
 */
public record Organisation(String name, String parentName, String province, String mandate) {}
