package vn.commendation.nomination;

import java.time.Instant;

/** That and when a nomination went to the provincial Emulation and Commendation Council. */
public record BoardSubmission(String recipient, Instant sentAt) {}
