package parlance.kit.publish;

import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Event;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.PreassignedId;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.kit.Effect.Forward;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.envelope.ReplyAddressHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** What a service tells other services: events, and commands in the name of whoever asked. */
@Singleton
public final class Events {

    private final ReliableProducer reliableProducer;
    private final Traces traces;
    private final Clock clock;

    Events(ReliableProducer reliableProducer, Traces traces, Clock clock) {
        this.reliableProducer = reliableProducer;
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
        reliableProducer.sendAll(records);
    }

    /** A command to another service that nobody asked for; returns once Kafka has it. */
    public void command(Route route, String key, Object request) {
        var hash = KeyHash.of(key);
        var record =
                reliableProducer.to(route.topic().orElseThrow(), key, hash, Json.bytes(request));
        var mintedId = PreassignedId.mint(clock.instant(), hash, ThreadLocalRandom.current());
        RecordHeaders.add(record.headers(), RecordHeaderNames.COMMAND, route.wireName());
        RecordHeaders.add(record.headers(), RecordHeaderNames.MINTED_ID, mintedId);
        traces.inject(Context.current(), record.headers());
        reliableProducer.sendAll(List.of(record));
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(CompletedCommand completedCommand) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        completedCommand.result().events().forEach(event -> records.add(recordOf(event)));
        completedCommand
                .result()
                .forwards()
                .forEach(f -> records.add(recordOf(f, completedCommand)));
        records.forEach(record -> traces.inject(completedCommand.trace(), record.headers()));
        return records;
    }

    private ProducerRecord<byte[], byte[]> recordOf(Event event) {
        return reliableProducer.to(
                event.topic(), event.key(), KeyHash.of(event.key()), Json.bytes(event));
    }

    private ProducerRecord<byte[], byte[]> recordOf(
            Forward forward, CompletedCommand completedCommand) {
        var topic = forward.route().topic().orElseThrow();
        var record =
                reliableProducer.to(
                        topic,
                        forward.key(),
                        KeyHash.of(forward.key()),
                        Json.bytes(forward.request()));
        var headers = record.headers();
        RecordHeaders.add(headers, RecordHeaderNames.COMMAND, forward.route().wireName());
        RecordHeaders.add(headers, RecordHeaderNames.MINTED_ID, completedCommand.mintedId());
        RecordHeaders.add(headers, RecordHeaderNames.ORIGIN, completedCommand.position());
        RecordHeaders.add(headers, RecordHeaderNames.SENT_AT, completedCommand.sentAt());
        var caller = completedCommand.signedIn();
        if (caller != null) {
            CallerHeaders.add(headers, caller);
        }
        var replyAddress = completedCommand.asker();
        if (replyAddress != null) {
            ReplyAddressHeaders.add(headers, replyAddress);
        }
        return record;
    }
}
