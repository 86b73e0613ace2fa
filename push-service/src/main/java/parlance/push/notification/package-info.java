/**
 * From what happened to what is sent: a job for each device, kept until it is due, screened for
 * what is no longer news, claimed, and handed to its provider.
 */
@NullMarked
package parlance.push.notification;

import org.jspecify.annotations.NullMarked;
