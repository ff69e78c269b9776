/** Who people are: the portal's accounts, as Operaton's web applications see them. */
package vn.commendation.localengine.account;
