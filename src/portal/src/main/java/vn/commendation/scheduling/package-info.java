/** Durable one-shot work on top of the database. */
package vn.commendation.scheduling;
