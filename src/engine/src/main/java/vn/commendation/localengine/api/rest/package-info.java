/** The interface over HTTP: {@code /v2}, with the client's own classes as JSON. */
package vn.commendation.localengine.api.rest;
