package vn.commendation.publication;

/** Where a story stands. A withdrawn one is a draft again once it is changed. */
public enum StoryStatus {
  DRAFT,
  PUBLISHED,
  WITHDRAWN
}
