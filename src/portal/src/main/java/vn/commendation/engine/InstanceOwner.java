package vn.commendation.engine;

/**
 * What a process instance carries.
 *
 * @param title as people know it, such as the number of a case
 * @param path its page in the portal
 */
public record InstanceOwner(long processInstanceKey, String title, String path) {}
