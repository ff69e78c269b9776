package vn.commendation.localengine.bpmn;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One deployed BPMN file as it was written for Camunda 8. */
public final class ProcessModel {

  private final BpmnModelInstance model;
  private final Map<String, ElementModel> elements = new ConcurrentHashMap<>();

  private ProcessModel(BpmnModelInstance model) {
    this.model = model;
  }

  public static ProcessModel read(byte[] bpmn) {
    return new ProcessModel(Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn)));
  }

  public BpmnModelInstance instance() {
    return model;
  }

  /** An element of a type by its id; null if there is none. */
  public <T extends ModelElementInstance> T element(String id, Class<T> type) {
    var found = model.getModelElementById(id);
    return type.isInstance(found) ? type.cast(found) : null;
  }

  /** What is evaluated at an element while it runs. */
  public ElementModel element(String id) {
    return elements.computeIfAbsent(
        id, each -> ElementModel.of(each, element(each, BaseElement.class)));
  }

  /** What a modeler calls an element; its id where it has no name. */
  public String name(String id) {
    var element = element(id, FlowElement.class);
    return element == null || element.getName() == null ? id : element.getName();
  }

  /** Custom headers of an element's task. */
  public Map<String, String> headers(String id) {
    var headers = new LinkedHashMap<String, String>();
    var element = element(id, BaseElement.class);
    var given = element == null ? null : element.getSingleExtensionElement(ZeebeTaskHeaders.class);
    if (given != null) {
      for (ZeebeHeader header : given.getHeaders()) {
        headers.put(header.getKey(), header.getValue() == null ? "" : header.getValue());
      }
    }
    return headers;
  }
}
