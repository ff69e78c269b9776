package vn.commendation.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When people are reminded of what they have to do.
 *
 * @param look how often it is looked who is to be reminded
 * @param fromHour hour of a working day before which nobody is
 * @param before working days before the time
 * @param every working days between reminders of what is late; 0 for one only
 * @param escalateAfter working days after which whoever answers for it is told; 0 for never
 */
@ConfigurationProperties("commendation.notification.reminder")
record ReminderTimes(Duration look, int fromHour, int before, int every, int escalateAfter) {}
