package vn.commendation.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine is reached and told apart.
 *
 * @param clusterLabel names the engine in the table of handled jobs: one that is rebuilt counts its
 *     keys from the start again
 * @param messageTimeToLive how long the engine keeps a message nobody waits for, and refuses its
 *     repeat
 * @param incidentInterval how long after a reading of the incidents the next one comes
 */
@ConfigurationProperties("commendation.engine")
record EngineProperties(
    @DefaultValue("default") String clusterLabel,
    @DefaultValue("7d") Duration messageTimeToLive,
    @DefaultValue("1m") Duration incidentInterval) {}
