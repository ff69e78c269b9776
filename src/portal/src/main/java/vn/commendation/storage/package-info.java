/** What every module needs that writes SQL by hand or keeps files. */
package vn.commendation.storage;
