package vn.commendation.engine;

import java.util.Collection;
import java.util.List;

/** A module with processes: tells what an instance is about. */
public interface InstanceOwners {

  /** What the instances among these carry; instances of other modules are left out. */
  List<InstanceOwner> of(Collection<Long> processInstanceKeys);
}
