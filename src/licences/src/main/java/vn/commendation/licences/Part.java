package vn.commendation.licences;

import java.util.List;

/**
 * One artifact the build fetches.
 *
 * @param id group:artifact:version
 * @param licences names of its licences as its POM, or a POM above it, gives them
 * @param broughtBy who wants it: module and scope, or plugin, then the way to it
 * @param declared whether one of our POMs names it
 * @param shipped whether it is part of the product, not only of build and tests
 */
record Part(String id, List<String> licences, String broughtBy, boolean declared, boolean shipped) {

  Part {
    licences = List.copyOf(licences);
  }

  String group() {
    return id.substring(0, id.indexOf(':'));
  }

  String artifact() {
    return id.split(":")[1];
  }

  /** The same artifact met again on another way. */
  Part and(Part other) {
    return new Part(id, licences, broughtBy, declared || other.declared, shipped || other.shipped);
  }
}
