/**
 * The Office's dashboard: where everything stands, what is late and why, and what is out of order.
 *
 * <p>The page knows no other module. A module that has something to say implements the small
 * interfaces here, each answered by one bounded query.
 */
package vn.commendation.dashboard;
