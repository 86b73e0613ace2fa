/**
 * push-service owns push subscriptions and push events. It answers what begins with {@code push_},
 * and hands packets for users without a connection to APNs, FCM and Web Push endpoints.
 */
@ServiceTopology(
        reads = {Topic.USER_EVENTS, Topic.DELIVERIES_OFFLINE},
        commands = Route.REMOVE_PUSH_SUBSCRIPTIONS)
@NullMarked
package parlance.push;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
