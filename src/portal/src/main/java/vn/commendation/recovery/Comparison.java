package vn.commendation.recovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.commendation.engine.CaseInstances;
import vn.commendation.engine.CaseInstances.Rebuilt;
import vn.commendation.engine.CaseProcess;
import vn.commendation.engine.EngineInstances;
import vn.commendation.engine.EngineInstances.Running;
import vn.commendation.engine.OpenCase;

/** One look at a process: its open cases beside its running instances. */
@Component
class Comparison {

  private static final int PAGE = 500;

  private final EngineInstances engine;
  private final CaseInstances instances;

  Comparison(EngineInstances engine, CaseInstances instances) {
    this.engine = engine;
    this.instances = instances;
  }

  /**
   * @param cases how many are open
   * @param running how many instances run
   */
  record Look(List<Drift> drifts, int cases, int running) {}

  Look look(CaseProcess process) {
    var running = engine.running(process);
    var byCase = new HashMap<String, List<Running>>();
    var drifts = new ArrayList<Drift>();
    for (var instance : running) {
      if (instance.businessId() == null) {
        drifts.add(unknown(process, null, List.of(instance)));
      } else {
        byCase.computeIfAbsent(instance.businessId(), id -> new ArrayList<>()).add(instance);
      }
    }
    var cases = 0;
    for (var page = process.open("", PAGE); !page.isEmpty(); ) {
      cases += page.size();
      var rebuilt = instances.of(page.stream().map(OpenCase::businessId).toList());
      var lacking = new ArrayList<OpenCase>();
      for (var open : page) {
        var found = byCase.remove(open.businessId());
        if (found == null) {
          lacking.add(open);
        } else {
          var kind = kind(process, open, rebuilt.get(open.businessId()), found);
          if (kind != null) {
            drifts.add(drift(kind, process, open, found));
          }
        }
      }
      drifts.addAll(lacking(process, lacking));
      page = page.size() < PAGE ? List.of() : process.open(page.getLast().businessId(), PAGE);
    }
    byCase.forEach((businessId, found) -> drifts.add(unknown(process, businessId, found)));
    return new Look(drifts, cases, running.size());
  }

  /** How a case and its instances disagree; {@code null} if they do not. */
  static DriftKind kind(CaseProcess process, OpenCase open, Rebuilt rebuilt, List<Running> found) {
    if (found.size() > 1 || !found.getFirst().isOf(rebuilt)) {
      return DriftKind.SECOND;
    }
    var instance = found.getFirst();
    if (open.processInstanceKey() != null && open.processInstanceKey() != instance.key()) {
      return DriftKind.SECOND;
    }
    if (!stands(process, open, instance)) {
      return DriftKind.ELSEWHERE;
    }
    return besides(process, open, instance) ? null : DriftKind.BESIDE;
  }

  /** Whether an instance stands at the step of its case. */
  static boolean stands(CaseProcess process, OpenCase open, Running instance) {
    var steps =
        instance.elements().stream()
            .filter(element -> !process.passing().contains(element))
            .filter(element -> !process.besides().contains(element))
            .toList();
    return open.elements().isEmpty()
        ? steps.isEmpty()
        : !steps.isEmpty() && open.elements().containsAll(steps);
  }

  private static boolean besides(CaseProcess process, OpenCase open, Running instance) {
    var running =
        new ArrayList<>(instance.elements().stream().filter(process.besides()::contains).toList());
    for (var expected : open.besides()) {
      var found = running.stream().filter(expected::contains).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      running.remove(found.get());
    }
    return running.isEmpty();
  }

  private List<Drift> lacking(CaseProcess process, List<OpenCase> cases) {
    var keys =
        cases.stream()
            .map(OpenCase::processInstanceKey)
            .filter(key -> key != null)
            .distinct()
            .toList();
    var ended = engine.ended(keys);
    return cases.stream()
        .map(
            open ->
                drift(
                    open.processInstanceKey() != null && ended.contains(open.processInstanceKey())
                        ? DriftKind.ENDED
                        : DriftKind.MISSING,
                    process,
                    open,
                    List.of()))
        .toList();
  }

  private static Drift drift(
      DriftKind kind, CaseProcess process, OpenCase open, Collection<Running> found) {
    return new Drift(
        kind,
        process.processId(),
        open.businessId(),
        open.title(),
        open.path(),
        open.state(),
        places(found),
        keys(found));
  }

  private static Drift unknown(CaseProcess process, String businessId, Collection<Running> found) {
    return new Drift(
        DriftKind.UNKNOWN,
        process.processId(),
        businessId,
        null,
        null,
        null,
        places(found),
        keys(found));
  }

  private static List<Long> keys(Collection<Running> found) {
    return found.stream().map(Running::key).sorted().toList();
  }

  private static String places(Collection<Running> found) {
    return found.stream()
        .flatMap(instance -> instance.elements().stream())
        .sorted()
        .collect(
            Collectors.groupingBy(
                element -> element, java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(Comparison::place)
        .collect(Collectors.joining(", "));
  }

  private static String place(Map.Entry<String, Long> place) {
    return place.getValue() == 1 ? place.getKey() : place.getValue() + " × " + place.getKey();
  }
}
