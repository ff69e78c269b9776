/**
 * Statistical forms and the result report: computed in one place, from the tables of every module,
 * which it reads and never writes.
 */
package vn.commendation.report;
