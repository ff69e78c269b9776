/** Nominations that come as a spreadsheet (bảng đề nghị): looked at, imported as drafts, sent. */
package vn.commendation.sheet;
