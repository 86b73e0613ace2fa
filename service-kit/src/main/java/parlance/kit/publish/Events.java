package parlance.kit.publish;

import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Event;
import parlance.contracts.Headers;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.MintedId;
import parlance.contracts.Route;
import parlance.kit.Outcome.Forward;
import parlance.kit.envelope.AskerHeaders;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** What a service tells other services: events, and commands in the name of whoever asked. */
@Singleton
public final class Events {

    private final Outbox outbox;
    private final Traces traces;
    private final Clock clock;

    Events(Outbox outbox, Traces traces, Clock clock) {
        this.outbox = outbox;
        this.traces = traces;
        this.clock = clock;
    }

    /** For what happens outside a command, such as an HTTP request; returns once Kafka has it. */
    public void publish(Event event) {
        publishAll(List.of(event));
    }

    /** See {@link #publish}; in order. */
    public void publishAll(List<? extends Event> events) {
        var records = events.stream().map(this::recordOf).toList();
        records.forEach(record -> traces.inject(Context.current(), record.headers()));
        outbox.sendAll(records);
    }

    /** A command to another service that nobody asked for; returns once Kafka has it. */
    public void command(Route route, String key, Object request) {
        var hash = KeyHash.of(key);
        var record = outbox.to(route.topic().orElseThrow(), key, hash, Json.bytes(request));
        var mintedId = MintedId.mint(clock.instant(), hash, ThreadLocalRandom.current());
        RecordHeaders.add(record.headers(), Headers.COMMAND, route.wireName());
        RecordHeaders.add(record.headers(), Headers.MINTED_ID, mintedId);
        traces.inject(Context.current(), record.headers());
        outbox.sendAll(List.of(record));
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(Answered answered) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        answered.outcome().events().forEach(event -> records.add(recordOf(event)));
        answered.outcome().forwards().forEach(f -> records.add(recordOf(f, answered)));
        records.forEach(record -> traces.inject(answered.trace(), record.headers()));
        return records;
    }

    private ProducerRecord<byte[], byte[]> recordOf(Event event) {
        return outbox.to(event.topic(), event.key(), KeyHash.of(event.key()), Json.bytes(event));
    }

    private ProducerRecord<byte[], byte[]> recordOf(Forward forward, Answered answered) {
        var topic = forward.route().topic().orElseThrow();
        var record =
                outbox.to(
                        topic,
                        forward.key(),
                        KeyHash.of(forward.key()),
                        Json.bytes(forward.request()));
        var headers = record.headers();
        RecordHeaders.add(headers, Headers.COMMAND, forward.route().wireName());
        RecordHeaders.add(headers, Headers.MINTED_ID, answered.mintedId());
        RecordHeaders.add(headers, Headers.ORIGIN, answered.position());
        RecordHeaders.add(headers, Headers.SENT_AT, answered.sentAt());
        var caller = answered.signedIn();
        if (caller != null) {
            CallerHeaders.add(headers, caller);
        }
        var asker = answered.asker();
        if (asker != null) {
            AskerHeaders.add(headers, asker);
        }
        return record;
    }
}
