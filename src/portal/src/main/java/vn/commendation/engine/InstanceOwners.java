package vn.commendation.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A module with processes: tells what an instance is about. */
public interface InstanceOwners {

  /** What the instances among these carry; instances of other modules are left out. */
  List<InstanceOwner> of(Collection<Long> processInstanceKeys);

  /** What all modules together know of these instances. */
  static Map<Long, InstanceOwner> known(List<InstanceOwners> modules, Collection<Long> keys) {
    return keys.isEmpty()
        ? Map.of()
        : modules.stream()
            .flatMap(module -> module.of(keys).stream())
            .collect(
                Collectors.toMap(
                    InstanceOwner::processInstanceKey, Function.identity(), (a, b) -> a));
  }
}
