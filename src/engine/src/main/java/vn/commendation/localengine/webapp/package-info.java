/** Operaton's Tasklist, Cockpit and Admin, with what a person who is logged in may do there. */
package vn.commendation.localengine.webapp;
