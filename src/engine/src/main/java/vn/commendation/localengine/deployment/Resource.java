package vn.commendation.localengine.deployment;

/**
 * A file to deploy.
 *
 * @param name with the extension that tells its kind: .bpmn, .dmn or .form
 */
public record Resource(String name, byte[] content) {}
