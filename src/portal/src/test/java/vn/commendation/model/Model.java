package vn.commendation.model;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A process model as it is packaged with the product. */
record Model(String file, String text, BpmnModelInstance bpmn) {

  static List<Model> all() {
    return resources("*.bpmn").map(Model::read).toList();
  }

  static Stream<Resource> resources(String pattern) {
    try {
      return Stream.of(
          new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/" + pattern));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Model read(Resource resource) {
    var text = text(resource);
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return new Model(resource.getFilename(), text, Bpmn.readModelFromStream(bytes));
  }

  <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  @Override
  public String toString() {
    return file;
  }
}
