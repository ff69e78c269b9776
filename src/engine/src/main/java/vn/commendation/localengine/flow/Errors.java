package vn.commendation.localengine.flow;

import org.operaton.bpm.engine.impl.bpmn.helper.ErrorDeclarationForProcessInstanceFinder;
import org.operaton.bpm.engine.impl.pvm.PvmActivity;
import org.operaton.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.tree.ActivityExecutionHierarchyWalker;

/** Who catches an error. */
final class Errors {

  private Errors() {}

  /** The boundary event or event sub-process that catches an error; null if none does. */
  static PvmActivity handler(ActivityExecution execution, String errorCode) {
    var finder =
        new ErrorDeclarationForProcessInstanceFinder(null, errorCode, execution.getActivity());
    var walker = new ActivityExecutionHierarchyWalker(execution);
    walker.addScopePreVisitor(finder);
    walker.walkUntil(element -> finder.getErrorEventDefinition() != null || element == null);
    return finder.getErrorHandlerActivity();
  }

  /** The event that gets the error's variables: of an event sub-process its start event. */
  static String event(PvmActivity handler) {
    return ((ActivityImpl) handler)
        .getActivities().stream()
            .filter(each -> each.getActivityBehavior() instanceof EventStartBehavior)
            .map(ActivityImpl::getId)
            .findFirst()
            .orElse(handler.getId());
  }
}
