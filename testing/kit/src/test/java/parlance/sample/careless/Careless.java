package parlance.sample.careless;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import parlance.other.Stranger;
import parlance.sample.friend.Friend;

/** Breaks what can be broken; its package has no package-info either. */
public class Careless {

    @Inject Stranger stranger;

    public Instant now() {
        return Instant.now();
    }

    public String describe(Friend friend) {
        return Objects.toString(friend) + new TopicPartition("topic", 0) + stranger;
    }
}
