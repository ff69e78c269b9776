package vn.commendation.localengine.deployment;

import java.util.List;

/** What a deployment consists of: new versions, or those that are there already. */
public record Deployment(
    long key,
    List<Process> processes,
    List<Decision> decisions,
    List<DecisionRequirements> decisionRequirements,
    List<Form> forms) {

  public record Process(long key, String id, int version, String resourceName) {}

  public record Decision(
      long key, String id, String name, int version, String requirementsId, long requirementsKey) {}

  public record DecisionRequirements(
      long key, String id, String name, int version, String resourceName) {}

  public record Form(long key, String id, int version, String resourceName) {}
}
