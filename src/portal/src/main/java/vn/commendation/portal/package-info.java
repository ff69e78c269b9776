/**
 * What every page shares: login, layout, languages, errors, and the pages that belong to no other
 * module.
 */
package vn.commendation.portal;
