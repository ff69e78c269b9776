/** Spreadsheets (.xlsx) from outside, read with suspicion, and lists of the portal as such. */
package vn.commendation.spreadsheet;
