/** What tests do to the engine as a whole: move its clock, empty it. */
package vn.commendation.localengine.management;
