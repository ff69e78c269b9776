package vn.commendation.filter;

/**
 * A filter somebody keeps.
 *
 * @param query what the list is asked for, as its address says it
 * @param opens whether the list opens with it
 */
public record SavedFilter(long id, FilteredList list, String name, String query, boolean opens) {

  /** Where it leads. */
  public String path() {
    return list.path() + "?" + query;
  }
}
