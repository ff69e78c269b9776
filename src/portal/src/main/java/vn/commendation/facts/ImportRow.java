package vn.commendation.facts;

import java.util.List;

/**
 * A row of an uploaded sheet.
 *
 * @param line its number in the sheet, the heading being line 1
 * @param cells as they were read, in the order of the columns
 * @param problems what is wrong with it; none if it can be imported
 */
public record ImportRow(int line, List<String> cells, List<FactProblem> problems) {}
