package vn.commendation.nomination;

/** An evidence file with its bytes. */
public record EvidenceContent(EvidenceFile file, byte[] content) {}
