package vn.commendation.dossier;

import vn.commendation.directory.SigningCapacity;

/** Somebody who may sign on a day, and in whose place. */
record Signatory(String username, String name, long personId, SigningCapacity capacity) {

  boolean head() {
    return capacity == SigningCapacity.HEAD;
  }
}
