/** The local engine: Camunda 8's published interface on Operaton, as a process of its own. */
package vn.commendation.localengine;
