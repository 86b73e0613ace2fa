/** The local Kafka: a KRaft broker that formats its folder and starts, and the declared topics. */
@NullMarked
package parlance.local.kafka;

import org.jspecify.annotations.NullMarked;
