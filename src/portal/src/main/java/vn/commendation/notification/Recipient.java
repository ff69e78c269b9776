package vn.commendation.notification;

import java.util.Locale;

/** Somebody who is told something, and how he wants to be told. */
record Recipient(
    String username, String name, String address, Locale language, Delivery delivery, int recent) {}
