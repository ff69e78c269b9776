package vn.commendation.localengine.search;

import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;

/** Makes Operaton's history tell types of elements apart that it does not by itself. */
public final class ElementTypes extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    var given = configuration.getCustomPostBPMNParseListeners();
    var listeners = new ArrayList<BpmnParseListener>(given == null ? List.of() : given);
    listeners.add(new Parsed());
    configuration.setCustomPostBPMNParseListeners(listeners);
  }

  private static final class Parsed extends AbstractBpmnParseListener {
    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (activity.isTriggeredByEvent()) {
        activity.getProperties().set(BpmnProperties.TYPE, Tables.EVENT_SUB_PROCESS);
      }
    }
  }
}
