package vn.commendation.storage;

import java.io.InputStream;

/** A file as somebody sends it; nothing of it is checked. */
public record Upload(String name, InputStream content) {}
