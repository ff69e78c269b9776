package vn.commendation.portal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where people find Camunda's own pages. */
@ConfigurationProperties("commendation.platform")
record PlatformLinks(URI tasklistUrl, URI operateUrl) {}
