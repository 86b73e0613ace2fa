package parlance.contracts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of a {@link Route}, written so that the table there reads as a sentence. */
final class RouteSpec {

    final @Nullable Topic topic;
    final PartitionKeyRule key;
    final boolean read;
    final Duration deadline = Duration.ofSeconds(10);

    boolean open;
    boolean evenLate;
    boolean listAccepted;
    boolean internal;
    boolean silent;
    boolean slow;
    Set<String> secretFields = Set.of();

    private RouteSpec(@Nullable Topic topic, PartitionKeyRule key, boolean read) {
        this.topic = topic;
        this.key = key;
        this.read = read;
    }

    static RouteSpec write(Topic topic, PartitionKeyRule key) {
        return new RouteSpec(topic, key, false);
    }

    static RouteSpec read(Topic topic) {
        return new RouteSpec(topic, new PartitionKeyRule.Unordered(), true);
    }

    static RouteSpec inGateway() {
        return new RouteSpec(null, new PartitionKeyRule.Unordered(), true);
    }

    static PartitionKeyRule byCaller() {
        return new PartitionKeyRule.ByCaller();
    }

    static PartitionKeyRule byMintedId() {
        return new PartitionKeyRule.ByMintedId();
    }

    static PartitionKeyRule byConnection() {
        return new PartitionKeyRule.ByConnection();
    }

    static PartitionKeyRule byField(String field) {
        return new PartitionKeyRule.ByField(field);
    }

    static PartitionKeyRule byMessageField(String field) {
        return new PartitionKeyRule.ByMessageField(field);
    }

    /** May be sent on a connection before a user is signed in on it. */
    RouteSpec open() {
        open = true;
        return this;
    }

    RouteSpec evenLate() {
        evenLate = true;
        return this;
    }

    RouteSpec listAccepted() {
        listAccepted = true;
        return this;
    }

    RouteSpec internal() {
        internal = true;
        return this;
    }

    RouteSpec silent() {
        silent = true;
        return this;
    }

    RouteSpec slow() {
        slow = true;
        return this;
    }

    RouteSpec secrets(String... fields) {
        secretFields = Set.of(fields);
        return this;
    }
}
