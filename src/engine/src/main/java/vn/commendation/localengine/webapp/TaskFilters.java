package vn.commendation.localengine.webapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.el.CommandContextFunctions;
import org.operaton.bpm.engine.impl.el.ExpressionManager;
import org.operaton.bpm.engine.task.TaskQuery;

/** The filters everybody finds in Tasklist. They are made once; nobody changes them there. */
public final class TaskFilters {

  private static final String GROUPS = "Việc của nhóm tôi";
  private static final String OWN = "Việc của tôi";
  private static final String ALL = "Tất cả";

  private static final Map<String, String> ENGLISH =
      Map.of(GROUPS, "My group's tasks", OWN, "My tasks", ALL, "All");

  private final ProcessEngine engine;
  private final Rights rights;

  TaskFilters(ProcessEngine engine, Rights rights) {
    this.engine = engine;
    this.rights = rights;
  }

  /** Lets the filters know the groups of who asks, in Operaton's place: it fails for none. */
  static void addFunctions(ExpressionManager expressions) {
    try {
      expressions.addFunction(
          CommandContextFunctions.CURRENT_USER_GROUPS, TaskFilters.class.getMethod("groups"));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The groups of who asks; one that is nobody's for whoever is in none. */
  public static List<String> groups() {
    var person = Context.getCommandContext().getAuthentication();
    return person == null || person.getGroupIds() == null || person.getGroupIds().isEmpty()
        ? List.of("")
        : person.getGroupIds();
  }

  /** What a filter is called in English; as it is if it is none of these. */
  static String inEnglish(String name) {
    return ENGLISH.getOrDefault(name, name);
  }

  void create() {
    create(GROUPS, -20, tasks().taskCandidateGroupInExpression("${currentUserGroups()}"));
    create(OWN, -10, tasks().taskAssigneeExpression("${currentUser()}"));
    create(ALL, 0, tasks());
  }

  private TaskQuery tasks() {
    return engine.getTaskService().createTaskQuery();
  }

  private void create(String name, int priority, TaskQuery query) {
    var filters = engine.getFilterService();
    var filter = filters.createTaskFilterQuery().filterName(name).list().stream().findFirst();
    if (filter.isEmpty()) {
      var made = filters.newTaskFilter(name);
      made.setQuery(query);
      made.setProperties(
          Map.of("priority", priority, "refresh", true, "variables", List.of(), "description", ""));
      filter = Optional.of(filters.saveFilter(made));
    }
    rights.showFilter(filter.get().getId());
  }
}
