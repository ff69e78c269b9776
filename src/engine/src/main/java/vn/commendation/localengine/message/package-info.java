/** Messages: published, kept for their time to live, correlated to what waits or starts by them. */
package vn.commendation.localengine.message;
