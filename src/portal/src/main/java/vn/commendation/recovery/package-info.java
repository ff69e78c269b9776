/**
 * Cases and instances compared, and instances given anew to cases that have lost theirs: after the
 * engine's data was lost or restored to an earlier state, and on the way to another engine.
 */
package vn.commendation.recovery;
