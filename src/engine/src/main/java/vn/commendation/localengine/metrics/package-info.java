/** Figures about the engine, for who watches it. */
package vn.commendation.localengine.metrics;
