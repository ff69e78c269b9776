package vn.commendation.publication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of what is public.
 *
 * @param officeAddress how outsiders reach the Office about a disclosure list
 * @param objectionsPerAddress most forms taken from one address of the network in an hour
 * @param objectionsPerEmail most forms taken for one e-mail address in a day
 * @param confirmWithin how long the link in a mail can be used
 * @param leastShown how many cases must be behind a public figure, so that nobody is recognised
 * @param figuresKept how long public figures are shown before they are computed again
 */
@ConfigurationProperties("commendation.publication")
public record PublicationProperties(
    String officeAddress,
    @DefaultValue("10") int objectionsPerAddress,
    @DefaultValue("5") int objectionsPerEmail,
    @DefaultValue("48h") Duration confirmWithin,
    @DefaultValue("5") int leastShown,
    @DefaultValue("15m") Duration figuresKept) {}
