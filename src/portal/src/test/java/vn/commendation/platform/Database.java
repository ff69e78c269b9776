package vn.commendation.platform;

/** A schema and who may use it. */
record Database(String url, String user, String password) {}
