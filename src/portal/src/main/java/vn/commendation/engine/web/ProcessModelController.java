package vn.commendation.engine.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The processes as drawings, the same files the engine runs. */
@Controller
class ProcessModelController {

  private record Drawing(byte[] content, String tag) {}

  private final Map<String, Drawing> drawings = new TreeMap<>();

  ProcessModelController() throws IOException {
    for (var model :
        new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
      var content = model.getContentAsByteArray();
      drawings.put(
          model.getFilename(),
          new Drawing(content, '"' + DigestUtils.md5DigestAsHex(content) + '"'));
    }
  }

  @GetMapping("/models/{name:[a-z]+\\.bpmn}")
  ResponseEntity<byte[]> drawing(@PathVariable String name) {
    var drawing = drawings.get(name);
    if (drawing == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().mustRevalidate())
        .eTag(drawing.tag())
        .contentType(MediaType.APPLICATION_XML)
        .body(drawing.content());
  }
}
