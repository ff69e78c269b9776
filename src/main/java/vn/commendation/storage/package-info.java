/** What every module that writes SQL by hand needs. */
package vn.commendation.storage;
