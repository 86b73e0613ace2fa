/** The topics declared in deploy/kafka/topics.json, and how a cluster comes to hold them. */
@NullMarked
package parlance.local.infra.topics;

import org.jspecify.annotations.NullMarked;
