/** The service that the kit's tests are: it answers two routes of files. */
@ServiceTopology(
        reads = {
            Topic.FILE_COMMANDS,
            Topic.FILE_QUERIES,
            Topic.CONNECTIONS,
            Topic.DELIVERIES_OFFLINE
        },
        writes = {Topic.GATEWAY_INBOX, Topic.GATEWAY_INBOX_LIGHT, Topic.DELIVERIES_OFFLINE})
@NullMarked
package parlance.sample;

import org.jspecify.annotations.NullMarked;
import parlance.contracts.ServiceTopology;
import parlance.contracts.Topic;
