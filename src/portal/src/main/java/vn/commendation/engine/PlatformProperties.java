package vn.commendation.engine;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find Tasklist and Operate, and the account the system itself uses there.
 *
 * @param tasklistApiUrl base of Tasklist's {@code /v1} interface
 * @param operateApiUrl base of Operate's {@code /v1} interface
 * @param searchUrl the search server behind an 8.6 Tasklist, which alone can tell whether Tasklist
 *     has imported a form; {@code null} where nothing depends on it
 */
@ConfigurationProperties("commendation.platform")
record PlatformProperties(
    URI tasklistUrl,
    URI tasklistApiUrl,
    URI operateUrl,
    URI operateApiUrl,
    URI searchUrl,
    String username,
    String password) {}
