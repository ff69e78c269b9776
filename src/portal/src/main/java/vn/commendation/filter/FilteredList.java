package vn.commendation.filter;

import java.util.Arrays;
import java.util.Optional;

/** A list whose filters can be kept. */
public enum FilteredList {
  NOMINATIONS("/nominations"),
  DOSSIERS("/dossiers"),
  AWARDS("/registers/awards"),
  INITIATIVES("/registers/initiatives"),
  RATINGS("/registers/ratings");

  private final String path;

  FilteredList(String path) {
    this.path = path;
  }

  /** The page of the list. */
  public String path() {
    return path;
  }

  public static Optional<FilteredList> at(String path) {
    return Arrays.stream(values()).filter(list -> list.path.equals(path)).findFirst();
  }
}
