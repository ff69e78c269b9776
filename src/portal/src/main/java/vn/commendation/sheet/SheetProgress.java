package vn.commendation.sheet;

/**
 * How far the step under way has come.
 *
 * @param done rows it has dealt with
 * @param total rows it has to deal with
 */
public record SheetProgress(SheetStatus status, int done, int total) {}
