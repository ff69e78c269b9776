package vn.commendation.engine;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find Tasklist and Operate, and the account the system itself uses there.
 *
 * @param tasklistApiUrl base of Tasklist's {@code /v1} interface
 */
@ConfigurationProperties("commendation.platform")
record PlatformProperties(
    URI tasklistUrl, URI tasklistApiUrl, URI operateUrl, String username, String password) {}
