package vn.commendation.recovery;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param at when cases and instances are compared every night, in the Department's zone
 * @param pause between the two looks: what moves has moved by then; longer than a job is kept
 */
@ConfigurationProperties("commendation.recovery")
record RecoveryProperties(
    @DefaultValue("02:30") LocalTime at, @DefaultValue("45s") Duration pause) {}
