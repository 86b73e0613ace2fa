/**
 * presence-service owns which users are online, when users were last active and the subscriptions
 * to that. It answers {@code typing}, {@code user_last_activity} and its subscriptions, and {@code
 * online_list}, and publishes ephemeral deliveries only, which may be dropped.
 */
@ServiceTopology(
        reads = {Topic.USER_EVENTS, Topic.CONNECTIONS},
        writes = {Topic.CONNECTIONS, Topic.GATEWAY_INBOX_LIGHT},
        commands = Route.RECORD_ACTIVITY)
@NullMarked
package parlance.presence;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
