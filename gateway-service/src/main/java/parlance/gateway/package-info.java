/**
 * The gateway: it knows sockets and sessions, and nothing of chat. It reads the envelope of a
 * packet, sends it on as a command, and writes what its inbox brings to the connections that it is
 * addressed to. It answers {@code ping} and {@code connect} itself, and publishes which connections
 * users have.
 */
@ServiceTopology(
        reads = {Topic.SESSION_EVENTS, Topic.GATEWAY_INBOX, Topic.GATEWAY_INBOX_LIGHT},
        writes = {Topic.CONNECTIONS, Topic.DELIVERIES_OFFLINE},
        passesRequestsOn = true)
@NullMarked
package parlance.gateway;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
