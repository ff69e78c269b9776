package vn.commendation.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;

/**
 * A list of the portal to be sent as an .xlsx file: what a page returns instead of a template. Its
 * rows are read page by page while the file is written, through the same service and with the same
 * rights as the list itself.
 *
 * @param <T> what one row shows
 */
public final class ListExport<T> {

  /** As many as a sheet of this format can hold below its head. */
  static final int MOST_ROWS = 1_000_000;

  private static final int ROWS_AT_ONCE = 500;

  private final String title;
  private final String fileName;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Column<T>> columns = new ArrayList<>();
  private Function<Pageable, ? extends Slice<? extends T>> rows;

  private ListExport(String title, String fileName) {
    this.title = title;
    this.fileName = fileName;
  }

  /** What the list was narrowed to; {@code value} is a text or a {@link Label}. */
  record Filter(String name, Object value) {}

  record Column<T>(String heading, Function<? super T, ?> value, boolean wide) {}

  /**
   * An export without columns yet.
   *
   * @param title key of the text above the list
   * @param fileName without date and ending, in lower case without diacritics
   */
  public static <T> ListExport<T> of(String title, String fileName) {
    return new ListExport<>(title, fileName);
  }

  /**
   * Says in the head what the list was narrowed to.
   *
   * @param name key of the filter's name
   * @param value a text, a date, a number or a {@link Label}; {@code null} or empty for no such
   *     filter
   */
  public ListExport<T> filter(String name, Object value) {
    if (value != null && !value.toString().isBlank()) {
      filters.add(new Filter(name, value));
    }
    return this;
  }

  /**
   * A column.
   *
   * @param heading key of its text
   * @param value gives a text, number, {@link java.time.LocalDate}, {@link java.time.Instant},
   *     {@link Label}, several of these in a collection, or {@code null}; whatever a text begins
   *     with, it is never a formula
   */
  public ListExport<T> column(String heading, Function<? super T, ?> value) {
    columns.add(new Column<>(heading, value, false));
    return this;
  }

  /** A column of long texts, which are wrapped. */
  public ListExport<T> wide(String heading, Function<? super T, ?> value) {
    columns.add(new Column<>(heading, value, true));
    return this;
  }

  /** The rows of a list that is asked for page by page. */
  public ListExport<T> rows(Function<Pageable, ? extends Slice<? extends T>> pages) {
    rows = pages;
    return this;
  }

  /** The rows of a short list. */
  public ListExport<T> rows(List<? extends T> all) {
    rows = page -> new SliceImpl<>(all);
    return this;
  }

  String title() {
    return title;
  }

  String fileName() {
    return fileName;
  }

  List<Filter> filters() {
    return filters;
  }

  List<Column<T>> columns() {
    return columns;
  }

  Slice<? extends T> page(int number) {
    return rows.apply(PageRequest.of(number, ROWS_AT_ONCE));
  }
}
