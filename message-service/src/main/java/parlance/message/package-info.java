/**
 * message-service owns messages, the heads of conversations and read state. It answers {@code
 * message} and what begins with {@code message_}, and publishes everything that clients see of a
 * conversation, including the changes that conversation-service hands over, in the one order of the
 * conversation's {@code message.commands} partition.
 */
@ServiceTopology(
        reads = Topic.DELIVERIES_OFFLINE,
        writes = {Topic.MESSAGE_EVENTS, Topic.DELIVERIES_OFFLINE},
        commands = {Route.MESSAGE_EDIT, Route.MESSAGE_REACTIONS_UPDATE, Route.CONVERSATION_REJOIN})
@NullMarked
package parlance.message;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.Route;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
