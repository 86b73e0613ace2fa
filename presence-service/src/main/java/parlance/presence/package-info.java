/**
 * presence-service owns who is online, when somebody was last active and who watches whom. It
 * answers {@code typing}, {@code user_last_activity} and its subscriptions, and {@code
 * online_list}, and publishes light deliveries only: what may be dropped.
 */
@NullMarked
package parlance.presence;

import org.jspecify.annotations.NullMarked;
