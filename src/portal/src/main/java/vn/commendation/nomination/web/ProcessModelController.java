package vn.commendation.nomination.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The process as a drawing, the same file the engine runs. */
@Controller
class ProcessModelController {

  private final byte[] model;
  private final String etag;

  ProcessModelController() {
    try {
      model = new ClassPathResource("bpmn/nomination.bpmn").getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    etag = '"' + DigestUtils.md5DigestAsHex(model) + '"';
  }

  @GetMapping("/models/nomination.bpmn")
  ResponseEntity<byte[]> nomination() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().mustRevalidate())
        .eTag(etag)
        .contentType(MediaType.APPLICATION_XML)
        .body(model);
  }
}
